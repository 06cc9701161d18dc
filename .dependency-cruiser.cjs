const rooms = 'state-machines|hardware|queue|gateway|renderer';

/** The rooms of the design: imports go one way, and only `electron/` puts them together. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'domain-stands-alone',
      comment: 'domain/ is what is true and allowed; it knows nobody.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: `^(${rooms}|electron|tests|scripts)/` },
    },
    {
      name: 'rooms-know-only-domain',
      comment: 'A room imports domain/ and itself; whatever else it needs is a port.',
      severity: 'error',
      from: { path: `^(${rooms})/` },
      to: { path: `^(${rooms}|electron|tests|scripts)/`, pathNot: '^$1/' },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'electron-only-in-electron',
      comment: 'Everything else also runs in plain Node, which is how most tests run it.',
      severity: 'error',
      from: { path: `^(domain|${rooms})/` },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'electron-in-tests-is-types',
      comment: 'Tests and scripts start Electron from outside; inside it is only the bare window of a bench.',
      severity: 'error',
      from: { path: '^(tests|scripts)/', pathNot: '^tests/bench/bare-window/' },
      to: { path: '^node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'page-has-no-node',
      comment: 'The page is sandboxed: what it imports must run in a browser.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '[.]test[.]tsx?$|^renderer/gallery/(shoot|vite[.]config)[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|artifacts)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
