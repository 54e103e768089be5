/** A gallery's memory as numbers. Views do not see what the memory grew by since. */
export interface Views {
  readonly bytes: Int8Array;
  readonly words: Int32Array;
  readonly floats: Float32Array;
  readonly shorts: Int16Array;
}

export function viewsOf({ buffer }: WebAssembly.Memory): Views {
  return {
    bytes: new Int8Array(buffer),
    words: new Int32Array(buffer),
    floats: new Float32Array(buffer),
    shorts: new Int16Array(buffer),
  };
}
