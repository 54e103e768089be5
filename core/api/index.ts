export { type AppOptions, createApp, type KioskApi } from './app.ts';
export * from './contract.ts';
