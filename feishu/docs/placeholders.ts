/** Places of a template that are filled in: `{{name}}`. */
import type { JsonObject } from '../json';
import { blockTree, elementsOf, elementsText, type ReadBlock } from './readBlocks';
import { textReplacements, type TextChanges } from './textReplacements';

/** A name without braces or ends of lines, with blanks around or not. */
const PLACE = /\{\{[ \t]*([^{}\r\n]{1,200}?)[ \t]*\}\}/g;

/** The names of the places that a document has, each once, in the order of the document. */
export function placeholdersIn(blocks: readonly JsonObject[]): string[] {
	const names = new Set<string>();
	const visit = (block: ReadBlock): void => {
		for (const [, name = ''] of elementsText(elementsOf(block)).matchAll(PLACE)) names.add(name);
		block.children.forEach(visit);
	};
	blockTree(blocks).forEach(visit);
	return [...names];
}

/**
 * Fills in the places that have a value, whatever the style of their letters; others stay as they are.
 * @param values by name; upper and lower case differ
 */
export function filledPlaceholders(blocks: readonly JsonObject[], values: ReadonlyMap<string, string>): TextChanges {
	return textReplacements(blocks, [{ find: PLACE, by: (_found, [name = '']) => values.get(name) }]);
}
