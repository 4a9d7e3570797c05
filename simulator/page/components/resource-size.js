import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { resourceSize } from '../api.js';
import { fileSize } from '../format.js';

/** The size of a file in words. File messages do not carry it, so the resource itself is asked. */
export function ResourceSize({ fileKey }) {
	const [size, setSize] = useState(undefined);
	useEffect(() => {
		let shown = true;
		resourceSize(fileKey).then((bytes) => shown && setSize(bytes));
		return () => {
			shown = false;
		};
	}, [fileKey]);
	return html`${fileSize(size) || 'File'}`;
}
