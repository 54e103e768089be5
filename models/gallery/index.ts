export * from './fusion/index.ts';
export { type LoadedGallery, type LoadRefusal, loadGallery } from './persistence/load.ts';
export { type Candidate, createGallery, type Gallery } from './search/gallery.ts';
export { inThisThread, openSearchThreads, type SearchThreads, type SearchWorkers } from './search/workers.ts';
