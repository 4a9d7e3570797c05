import { isObject, text, type JsonObject } from '../../../../feishu/json';

/** Kinds of blocks that stand behind a mark, by their number. @see https://open.feishu.cn/document/docs/docs/data-structure/block */
const BULLET = 12;
const ORDERED = 13;
const TODO = 17;
const DIVIDER = 22;

/** The words of an announcement of the newer kind, a line for each block that has any, in the order of the blocks. */
export function blocksText(blocks: readonly JsonObject[]): string {
	const numbers = new Map<string, number>();
	return blocks
		.map((block) => {
			const words = ownWords(block);
			return words === '' && block.block_type !== DIVIDER ? '' : `${markOf(block, numbers)}${words}`;
		})
		.filter((line) => line !== '')
		.join('\n');
}

/** What stands in front of a block's words; numbers count on from block to block of one parent. */
function markOf({ block_type, parent_id, todo }: JsonObject, numbers: Map<string, number>): string {
	const parent = text(parent_id);
	const number = block_type === ORDERED ? (numbers.get(parent) ?? 0) + 1 : 0;
	numbers.set(parent, number);
	if (number > 0) return `${number}. `;
	if (block_type === BULLET) return '- ';
	if (block_type === TODO) return isObject(todo) && isObject(todo.style) && todo.style.done ? '☑ ' : '☐ ';
	return block_type === DIVIDER ? '---' : '';
}

/** Whatever the type of a block is called, its words are the elements there. */
function ownWords(block: JsonObject): string {
	const content = Object.values(block).find((value) => isObject(value) && Array.isArray(value.elements));
	const elements = isObject(content) && Array.isArray(content.elements) ? content.elements : [];
	return elements.filter(isObject).map(elementWords).join('');
}

function elementWords({ text_run: run, mention_user: person, mention_doc: doc, equation }: JsonObject): string {
	if (isObject(run)) return text(run.content);
	if (isObject(person)) return `@${text(person.user_id)}`;
	if (isObject(doc)) return text(doc.title) || text(doc.url);
	return isObject(equation) ? text(equation.content).trimEnd() : '';
}
