const shortestCode = 100;

/**
 * Tells a scanned card from a typed name or number: the code on a card is long and made of the 45 characters of
 * Base45 (RFC 9285), which a name of that length never is.
 */
export function looksLikeCard(text: string): boolean {
  const code = text.trim();
  return code.length >= shortestCode && /^[0-9A-Z $%*+\-./:]+$/.test(code);
}
