import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../../feishu/json';
import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation, type OperationContext } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { GET_NODES, pagesBelow } from '../../../shared/wiki/spaces';
import { kindField } from './kind';
import { CREATE_NODE, makePage } from './makePage';
import { PAGE_SHAPE, pageItem } from './output';
import { PLACE_CALLS, placeField, type PlaceInWiki } from './place';

/** Levels of a wiki. Source: …/wiki-v2/wiki-overview */
const MOST_LEVELS = 50;

const path = mappedField(
	textField({
		displayName: 'Path',
		name: 'pagePath',
		required: true,
		placeholder: 'e.g. Reports/2026/November',
		description: 'Titles of pages, each below the one before, with a slash between them; \\/ is a slash in a title',
	}),
	(given, label) => {
		const titles = given
			.split(/(?<!\\)\//)
			.map((title) => title.replaceAll('\\/', '/').trim())
			.filter((title) => title !== '');
		if (titles.length === 0) throw complaint(label, 'names no page', 'e.g. Reports/2026/November');
		if (titles.length > MOST_LEVELS) throw complaint(label, 'is too deep', `A wiki has up to ${MOST_LEVELS} levels`);
		return titles;
	},
);

export const ensurePath = defineOperation({
	value: 'ensurePath',
	name: 'Ensure Path',
	action: 'Ensure that a path of pages exists',
	description: 'Find pages by their path, and make those that are missing; gives the last one',
	endpoint: GET_NODES,
	alsoCalls: [CREATE_NODE, ...PLACE_CALLS],
	scopes: ['wiki:wiki'],
	identity: 'either',
	fields: [path, placeField, kindField],
	output: outputOf({ ...PAGE_SHAPE, created: 'boolean', created_titles: ['string'] }),
	// Two items with one path must not make its pages twice.
	orderBy: () => 'paths',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const titles = read(path);
		const place = read(placeField);
		const kind = read(kindField);
		const where = await place.of(asking);
		const { page, made } = await ensured(feishu, where, titles, kind);
		return { ...(await pageItem(feishu, page, where.origin)), created: made.length > 0, created_titles: made };
	},
});

/** Titles are not unique: the first page of the title is taken, of the kind for the last one. */
async function ensured(
	feishu: OperationContext['feishu'],
	{ space_id, parent_node_token }: PlaceInWiki,
	titles: readonly string[],
	kind: string,
): Promise<{ page: IDataObject; made: string[] }> {
	const made: string[] = [];
	let page: IDataObject = {};
	let parent = parent_node_token;
	for (const [at, title] of titles.entries()) {
		const isLast = at === titles.length - 1;
		const found =
			made.length > 0 ? undefined : await pageCalled(feishu, space_id, parent, title, isLast ? kind : undefined);
		const place = { space_id, ...(parent && { parent_node_token: parent }) };
		page = found ?? { ...(await makePage(feishu, place, { obj_type: isLast ? kind : 'docx', title })), title };
		if (!found) made.push(title);
		parent = text(page.node_token);
	}
	return { page, made };
}

async function pageCalled(
	feishu: OperationContext['feishu'],
	space_id: string,
	parent: string | undefined,
	title: string,
	kind?: string,
): Promise<IDataObject | undefined> {
	for await (const page of pagesBelow(feishu, space_id, parent))
		if (text(page.title).trim() === title && (kind === undefined || page.obj_type === kind)) return page;
	return undefined;
}
