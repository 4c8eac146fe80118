import styles from './ImageList.module.css';

/** The images of a workload, each whole on a line of its own: a long one is broken where a part of its name ends. */
export function ImageList({ images }: { readonly images: readonly string[] }) {
  return (
    <ul className={styles['images']}>
      {images.map((image) => (
        <li key={image}>{withBreaks(image)}</li>
      ))}
    </ul>
  );
}

/** Lets the text break behind each slash, and before the tag and the digest. */
function withBreaks(image: string) {
  return image.split(/(?<=\/)|(?=[:@])/).map((part, index) => (
    // The parts of one text, which have no identity of their own.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={index}>
      {part}
      <wbr />
    </span>
  ));
}
