import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { text } from '../../../../feishu/json';
import { kindField } from './kind';
import { CREATE_NODE, makePage } from './makePage';
import { PAGE_SHAPE, pageItem } from './output';
import { PLACE_CALLS, placeField } from './place';
import { titleField } from './title';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a page',
	description: 'Make an empty page, share it, and get the address that opens it',
	endpoint: CREATE_NODE,
	alsoCalls: PLACE_CALLS,
	scopes: ['wiki:node:create', 'wiki:wiki'],
	identity: 'either',
	fields: [titleField, kindField, placeField, shareField],
	output: outputOf({ ...PAGE_SHAPE, ...SHARED_SHAPE }),
	// The platform takes one new page of a wiki at a time (131009).
	orderBy: ({ read }) => read(placeField).key,
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const title = read(titleField);
		const obj_type = read(kindField);
		const place = read(placeField);
		const chosen = read(shareField);
		const sharing = await chosen.resolve(feishu);
		const where = await place.of(asking);
		const page = await makePage(feishu, where, { obj_type, title });
		const item = await pageItem(feishu, { ...page, title }, where.origin);
		return { ...item, ...(await share(asking, { type: 'wiki', token: text(page.node_token) }, sharing)) };
	},
});
