import { readImage } from '../platform/image';
import type { Block } from '../state/blockTree';
import { contentName } from '../state/blockTypes';
import { blockIn } from './access';
import type { Making } from './content';
import { type Given, isRecord, picked, recordOf, wholeOf } from './given';
import { GRID_UPDATES } from './grids';
import { isType, TEXTS } from './kinds';
import { requireFewUpdated, requireRoom } from './limits';
import { problem } from './problem';
import { TABLE_UPDATES } from './tables';
import type { TableContent } from './tableShape';
import { elementsOf } from './text';
import { changedStyle } from './textStyle';

const MOST = 200;
const MAX_TITLE = 800;
/** Pixels, of an image whose size nobody can tell. */
const SIDE = 100;

/** Works on the content of a block that may be changed. */
type Update = (content: Record<string, unknown>, given: Given, block: Block, making: Making) => void;

/** Comments that stand at a text may go to another place in it. */
function commentsIn({ elements }: Record<string, unknown>): ReadonlySet<string> {
	const styles = (Array.isArray(elements) ? elements : []).flatMap((element) =>
		Object.values(element as Record<string, { text_element_style?: { comment_ids?: string[] } }>),
	);
	return new Set(styles.flatMap(({ text_element_style: style }) => style?.comment_ids ?? []));
}

const elements: Update = (content, given, block, making) => {
	content.elements = elementsOf(given.elements, block.block_type, making, commentsIn(content));
	if (isType(block.block_type, 'page') && making.document.title.length > MAX_TITLE) throw problem(1770001);
};
const style: Update = (content, given, { block_type: type }) => {
	content.style = changedStyle(type, recordOf(content.style ?? {}), given.style, given.fields);
};

/** A file is good for the one block that it was uploaded for. */
function mediaFor({ store }: Making, { block_id: id }: Block, token: unknown, parentType: string) {
	const media = store.bases.medias.get(String(token));
	if (media?.parent_type !== parentType || media.parent_node !== id) throw problem(1770013);
	return media;
}

const image: Update = (content, given, block, making) => {
	const { token, width, height, align, scale } = given;
	const media = mediaFor(making, block, token, 'docx_image');
	const found = readImage(media.bytes);
	const isFirst = content.token === '';
	content.token = token;
	if (isFirst) Object.assign(content, { width: found?.width ?? SIDE, height: found?.height ?? SIDE });
	for (const [name, side] of Object.entries({ width, height }))
		if (side !== undefined) content[name] = wholeOf(side, { min: 1 });
	if (align !== undefined) content.align = wholeOf(align, { min: 1, max: 3 });
	if (isRecord(given.caption)) content.caption = picked(given.caption, { content: 'string' });
	if (typeof scale === 'number') content.scale = scale;
};

/** What each part of an update does, and to which blocks. */
const UPDATES: Readonly<Record<string, { of: (type: number) => boolean; update: Update }>> = {
	update_text_elements: { of: (type) => TEXTS.has(type), update: elements },
	update_text_style: { of: (type) => TEXTS.has(type) || isType(type, 'task'), update: style },
	update_text: {
		of: (type) => TEXTS.has(type),
		update(...change) {
			elements(...change);
			style(...change);
		},
	},
	replace_image: { of: (type) => isType(type, 'image'), update: image },
	replace_file: {
		of: (type) => isType(type, 'file'),
		update(content, { token }, block, making) {
			Object.assign(content, { token, name: mediaFor(making, block, token, 'docx_file').name });
		},
	},
	update_task: {
		of: (type) => isType(type, 'task'),
		update: (content, given) => Object.assign(content, picked(given, { task_id: 'string', folded: 'boolean' })),
	},
};

/** Makes one change to a block and gives it as it is then. */
function updateOne(making: Making, given: Given, id: string): Block {
	const { tree } = making.document;
	const known = blockIn(making.store, tree, id);
	const [entry, ...more] = Object.entries(given).filter(
		([name, value]) => name !== 'block_id' && value !== undefined && value !== null,
	);
	if (!entry || more.length > 0) throw problem(1770001);
	const [name, part] = [entry[0], recordOf(entry[1])];
	const type = known.block_type;
	const update = UPDATES[name];
	const [ofTable, ofGrid] = [TABLE_UPDATES[name], GRID_UPDATES[name]];
	if (!update && !ofTable && !ofGrid) throw problem(1770001);
	if (!(update?.of(type) ?? isType(type, ofTable ? 'table' : 'grid'))) throw problem(1770025);
	const block = tree.write(id);
	const content = (block[contentName(type) ?? ''] ??= {}) as Record<string, unknown>;
	if (update) update.update(content, part, block, making);
	else if (ofTable) ofTable({ tree, block, content: content as TableContent }, part);
	else ofGrid?.(tree, block, part);
	return block;
}

/** Changes blocks, all or none of them; each may be named once. */
export function updateBlocks(making: Making, requests: unknown): Block[] {
	if (!Array.isArray(requests) || requests.length === 0 || requests.length > MOST) throw problem(1770001);
	const given = requests.map((request) => recordOf(request));
	const ids = given.map(({ block_id: id }) => (typeof id === 'string' ? id : ''));
	if (new Set(ids).size < ids.length) throw problem(1770019);
	const { tree } = making.document;
	return tree.edit(() => {
		const blocks = given.map((request, index) => updateOne(making, request, ids[index] ?? ''));
		requireFewUpdated(blocks);
		requireRoom(tree, making.store.settings);
		return blocks;
	});
}
