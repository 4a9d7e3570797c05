import { titleOf, nodesDocument, type DocumentContent } from './markdownBlocks';
import type { NewBlock } from './newBlock';
import { nodesBlocks } from './nodeBlocks';
import type { BlockOptions } from './blockOptions';

let reader: typeof import('./html') | undefined;

/** The library is loaded with the first page, so that those who write none don't wait for it. */
function read(html: string): ReturnType<typeof import('./html').readHtml> {
	reader ??= require('./html') as typeof import('./html');
	return reader.readHtml(html);
}

/** A page or a piece of HTML as blocks. Tags that documents have nothing for leave their words. */
export function htmlBlocks(html: string, options: BlockOptions = {}): NewBlock[] {
	return nodesBlocks(read(html).nodes, options);
}

/** The same for a new document: its title is that of the page, or the only heading of the first level at its beginning. */
export function htmlDocument(html: string, options: BlockOptions = {}): DocumentContent {
	const { title, nodes } = read(html);
	const own = titleOf(title);
	return own === '' ? nodesDocument(nodes, options) : { title: own, blocks: nodesBlocks(nodes, options) };
}
