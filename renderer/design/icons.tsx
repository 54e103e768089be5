/*
 * The icons, drawn on a 24 by 24 grid with one stroke. They never stand alone: a word is always beside them, so
 * they are hidden from screen readers.
 */

const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  alert: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.3',
  info: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11v5.5M12 7.6v.3',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20.5 20.5',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4.5 20.5c.6-4 3.6-6 7.5-6s6.900 2 7.500 6',
  addPerson:
    'M10 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M3 20.500c.6-4 3.200-6 7-6c1.400 0 2.700.3 3.700.8M18 14v7M14.500 17.500h7',
  finger:
    'M7 19c-1-2-1.500-4-1.500-6.500a6.500 6.500 0 0 1 13 0c0 1.700 0 3.200-.4 5M9.500 20c-.8-2.200-1-4.400-1-7.200a3.500 3.500 0 0 1 7 0c0 2.600-.1 5-.8 7.400M12 12.500c0 3 0 5.600-.5 8.200',
  face: 'M4 9V5.500A1.500 1.500 0 0 1 5.500 4H9M15 4h3.500A1.500 1.500 0 0 1 20 5.500V9M20 15v3.500a1.500 1.500 0 0 1-1.500 1.500H15M9 20H5.500A1.500 1.500 0 0 1 4 18.500V15M9 9.500v1M15 9.500v1M8.800 14.500c1.800 1.800 4.600 1.800 6.400 0',
  card: 'M4.500 5.500h15a1.500 1.500 0 0 1 1.500 1.500v10a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 17V7a1.500 1.500 0 0 1 1.500-1.500M6.500 9.500h4v5h-4zM14 10h4M14 14h3',
  printer:
    'M7 8.500V4h10v4.500M7 17H4.500A1.500 1.500 0 0 1 3 15.500v-5.500A1.500 1.500 0 0 1 4.500 8.500h15A1.500 1.500 0 0 1 21 10v5.500a1.500 1.500 0 0 1-1.500 1.500H17M7 14h10v6H7z',
  send: 'M12 20V6M6 11l6-6l6 6',
  clock: 'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17M12 8v4.500l3 2',
  camera:
    'M4.500 7.500H8l1.500-2.500h5L16 7.500h3.500A1.500 1.500 0 0 1 21 9v9a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 18V9a1.500 1.500 0 0 1 1.500-1.500M12 10a3.500 3.500 0 1 0 0 7a3.500 3.500 0 1 0 0-7',
  erase:
    'M9 6h10.500A1.500 1.500 0 0 1 21 7.500v9a1.500 1.500 0 0 1-1.500 1.500H9l-6-6zM11.500 9.500l5 5M16.500 9.500l-5 5',
  left: 'M20 12H5M11 6l-6 6l6 6',
  right: 'M4 12h15M13 6l6 6l-6 6',
  eyesClosed:
    'M3 10c2.500 3.500 5.500 5 9 5s6.500-1.500 9-5M12 15v3.500M6.500 13.700l-1.700 3M17.500 13.700l1.700 3',
  down: 'M6 9.500l6 6l6-6',
} as const;

export type IconName = keyof typeof paths;

/** One icon, as tall as 1.5 lines of the text beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      aria-hidden="true"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
