declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  // eslint-disable-next-line no-restricted-syntax -- Vite gives the class names of a style sheet as its default export
  export default classes;
}
declare module '*.css';
