import { isObject, text, type JsonObject } from '../../../../feishu/json';
import { CONTENT_CALLS, contentField } from '../../../shared/docs/content';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

interface Converted {
	first_level_block_ids?: string[];
	/** In no order. */
	blocks?: JsonObject[];
	block_id_to_image_urls?: Array<{ block_id: string; image_url: string }>;
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document/convert */
export const convert = defineOperation({
	value: 'convert',
	name: 'Convert',
	action: 'Convert a text to blocks',
	description: "Get the blocks that Feishu's own conversion makes, for Create; it writes nothing",
	endpoint: 'POST /open-apis/docx/v1/documents/blocks/convert',
	alsoCalls: CONTENT_CALLS,
	scopes: ['docx:document.block:convert'],
	identity: 'either',
	fields: [contentField],
	output: outputOf({ blocks: 'any', image_urls: 'any' }),
	async run({ read, feishu }) {
		const { text: content, format } = read(contentField);
		const {
			first_level_block_ids = [],
			blocks = [],
			block_id_to_image_urls = [],
		} = await feishu.call<Converted>(this.endpoint, {
			body: { content_type: format, content },
			idempotent: true,
		});
		const byId = new Map(blocks.map((block) => [text(block.block_id), block]));
		return {
			blocks: first_level_block_ids.flatMap((id) => nested(byId, id)),
			image_urls: Object.fromEntries(block_id_to_image_urls.map(({ block_id, image_url }) => [block_id, image_url])),
		};
	},
});

/** What is read only, so that Create would be refused. Source: …/docx-v1/document-block-descendant/create */
const READ_ONLY = new Set(['parent_id', 'comment_ids', 'revision_id', 'children', 'table']);

/** A block with those inside of it, as Create takes them. */
function nested(byId: ReadonlyMap<string, JsonObject>, id: string): JsonObject[] {
	const found = byId.get(id);
	if (!found) return [];
	const { children, table } = found;
	const own = Object.fromEntries(Object.entries(found).filter(([name]) => !READ_ONLY.has(name)));
	return [
		{
			...own,
			...(isObject(table) && { table: tableToCreate(table) }),
			...(Array.isArray(children) && { children: children.flatMap((child) => nested(byId, text(child))) }),
		},
	];
}

/** Its cells are its children, and what is merged is merged afterwards. */
function tableToCreate({ property }: JsonObject): JsonObject {
	const entries = isObject(property) ? Object.entries(property) : [];
	return { property: Object.fromEntries(entries.filter(([name]) => name !== 'merge_info')) };
}
