export { needs, run } from './remittance/run.ts';
