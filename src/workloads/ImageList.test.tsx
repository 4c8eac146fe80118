import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ImageList } from './ImageList.tsx';

it('shows each image whole, with places to break at', () => {
  const image = 'registry.example.com:5000/library/nginx:1.27@sha256:0123456789abcdef';
  render(<ImageList images={[image, 'busybox']} />);
  const items = screen.getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([image, 'busybox']);
  const parts = [...(items[0]?.querySelectorAll('span') ?? [])].map((part) => part.textContent);
  expect(parts).toEqual([
    'registry.example.com',
    ':5000/',
    'library/',
    'nginx',
    ':1.27',
    '@sha256',
    ':0123456789abcdef',
  ]);
});
