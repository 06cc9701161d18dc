import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noDefaultExport = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name: a default export gets another name in every file.',
  },
  {
    selector: 'ExportSpecifier[exported.name="default"]',
    message: 'Export by name: a default export gets another name in every file.',
  },
];
const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'Use a union of string literals: enums do not survive type stripping.',
};

const noShell = {
  name: 'electron',
  importNames: ['shell'],
  message: 'shell opens other programs; a kiosk never does.',
};
const noRawIpc = {
  name: 'electron',
  importNames: ['ipcMain', 'ipcRenderer'],
  message: 'Messages go through electron/ipc, where every one is parsed and its sender checked.',
};
const noSleep = {
  name: 'node:timers/promises',
  importNames: ['setTimeout'],
  message:
    'Wait for what should happen, or use fake timers: sleeping tests are slow and still fail now and then.',
};

export default defineConfig(
  globalIgnores(['node_modules', 'out', 'dist', 'artifacts', 'coverage', '.run', 'tests/bench/bare-window']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-restricted-imports': ['error', { paths: [noShell, noRawIpc] }],
      'no-restricted-syntax': ['error', ...noDefaultExport, noEnum],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['electron/ipc/**', 'electron/preload/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [noShell] }] },
  },
  { files: ['renderer/**'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['**/*.test.ts', '**/*.test.tsx'],
    rules: {
      'no-restricted-imports': ['error', { paths: [noShell, noRawIpc, noSleep] }],
      'no-restricted-globals': ['error', { name: 'setTimeout', message: noSleep.message }],
    },
  },
  {
    // These tools look for a default export.
    files: ['*.config.ts', 'scripts/lib/e2e-setup.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
);
