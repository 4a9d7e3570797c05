import { text } from '../../../../feishu/json';
import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { GET_TASK, wikiTask } from '../wikiTask';
import { pageAddress } from './output';
import { placeField } from './place';

const document = anyDocumentField({
	types: ['bitable', 'doc', 'docx', 'file', 'mindnote', 'sheet', 'slides'],
	takes: 'Folders stay in Drive: move what lies in it, one after the other',
	description:
		'What lies in Drive, by its address. It leaves its folder, and is opened by who may open the parent page.',
});

const apply = flagField({
	displayName: 'Ask Where It Is Not Allowed',
	name: 'apply',
	default: false,
	description: 'Whether to send a request for approval where whoever asks may not put pages there',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [apply]);

/** @see https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-v2/space-node/move_docs_to_wiki */
export const moveIn = defineOperation({
	value: 'moveIn',
	name: 'Move In',
	action: 'Move a document into a wiki',
	description: 'Move a document, spreadsheet, base or file from Drive into a wiki, and wait until it is there',
	endpoint: 'POST /open-apis/wiki/v2/spaces/:space_id/nodes/move_docs_to_wiki',
	alsoCalls: [GET_TASK],
	scopes: ['wiki:node:move', 'wiki:wiki'],
	identity: 'either',
	fields: [document, placeField, options],
	output: outputOf({
		moved: 'boolean',
		asked: 'boolean',
		obj_type: 'string',
		obj_token: 'string',
		'node_token?': 'string',
		'space_id?': 'string',
		'url?': 'string',
	}),
	orderBy: () => 'pages',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(document);
		const place = read(placeField);
		const mayAsk = read(options).apply ?? false;
		if (chosen.named.type === 'wiki')
			throw document.refuse('holds a page of a wiki', 'It is in a wiki already: use Move');
		const { type: obj_type, token: obj_token } = await chosen.content(asking);
		const where = await place.of(asking);
		const { space_id, parent_node_token } = where;
		const answer = await feishu.call<{ wiki_token?: string; task_id?: string; applied?: boolean }>(this.endpoint, {
			path: { space_id },
			body: {
				obj_type,
				obj_token,
				...(parent_node_token && { parent_wiki_token: parent_node_token }),
				...(mayAsk && { apply: true }),
			},
		});
		if (answer.applied) return { moved: false, asked: true, obj_type, obj_token };
		const node_token = answer.wiki_token || (await nodeOf(answer.task_id ?? ''));
		const url = await pageAddress(feishu, node_token, where.origin);
		return { moved: true, asked: false, obj_type, obj_token, node_token, space_id, ...(url && { url }) };

		async function nodeOf(task_id: string): Promise<string> {
			const { node } = await wikiTask(feishu, task_id, 'move');
			return text((node as { node_token?: unknown } | undefined)?.node_token);
		}
	},
});
