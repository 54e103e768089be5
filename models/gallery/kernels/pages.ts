/* Pages of WebAssembly memory. The whole 4 GB are set aside as addresses only; memory is taken as it is used. */

export const pageBytes = 65_536;
export const mostPages = 65_536;
