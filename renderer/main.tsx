import '@fontsource/noto-sans-hk/500.css';
import '@fontsource/noto-sans-hk/700.css';
import './tokens.css';
import './base.css';
import { start } from './start.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
start(root, window.terminal);
