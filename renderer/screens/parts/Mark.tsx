import mark from '../../design/mark.svg';

/** The product's mark; decoration. */
export function Mark({ size = 44 }: { readonly size?: number }) {
  return <img src={mark} alt="" width={size} height={size} />;
}
