export { type AppOptions, createApp } from './app.ts';
export * from './contract.ts';
