/** The invented programme's emblem: a cross over a cradling arc. */
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <circle cx="32" cy="32" r="32" fill="#ffffff"/>
  <path fill="#0b5f63" d="M26 12h12v12h12v12H38v12H26V36H14V24h12z"/>
  <path fill="#d99a00" d="M8 40c6 12 15 17 24 17s18-5 24-17c-4 13-13 21-24 21S12 53 8 40z"/>
</svg>`;

export const demoEmblem = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
