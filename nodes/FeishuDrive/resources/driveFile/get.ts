import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { METADATA } from '../../../shared/drive/addressOf';
import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const document = anyDocumentField();

/** In one request. Source: …/drive-v1/file/batch_query */
const MOST = 200;

interface Meta extends IDataObject {
	doc_token: string;
	doc_type: string;
	title?: string;
	url?: string;
	request_doc_info?: { doc_token?: string };
}

/** Of what is not told. */
const REASONS: Readonly<Record<number, readonly [what: string, advice: string]>> = {
	970002: ['is of a kind that Feishu does not tell about', 'Check the address, or choose another Kind'],
	970003: ['may not be seen', 'Share it with the app, or with a group that the app is in'],
	970005: ['does not exist, or is of another kind', 'Check the address, or choose another Kind'],
};

export const get = defineBatchOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a file',
	description: 'Name, address, owner and times of files, documents and folders; one request for 200 items',
	endpoint: METADATA,
	scopes: ['drive:drive.metadata:readonly', 'drive:drive'],
	identity: 'either',
	fields: [document],
	output: outputOf({
		token: 'string',
		type: 'string',
		'name?': 'string',
		'url?': 'string',
		'owner_id?': 'string',
		'created_time?': 'string',
		'modified_time?': 'string',
		'modified_by?': 'string',
		'sec_label_name?': 'string',
	}),
	prepare({ read, label }) {
		return { ...read(document).named, label: label(document) };
	},
	batch: { most: MOST, by: () => 'files' },
	async runAll(wanted, { feishu }) {
		const { metas = [], failed_list = [] } = await feishu.call<{
			metas?: Meta[];
			failed_list?: Array<{ token: string; code: number }>;
		}>(METADATA, {
			body: { request_docs: wanted.map(({ token, type }) => ({ doc_token: token, doc_type: type })), with_url: true },
			idempotent: true,
		});
		const found = new Map(metas.flatMap((meta) => tokensOf(meta).map((token) => [token, meta] as const)));
		const codes = new Map(failed_list.map(({ token, code }) => [token, code]));
		return wanted.map(({ token, label }) => {
			const meta = found.get(token);
			return meta ? itemOf(meta) : missing(label, token, codes.get(token));
		});
	},
});

/** A page of a wiki is asked for by its own token, and told by that of what lies in it. */
const tokensOf = ({ doc_token, request_doc_info }: Meta) => [doc_token, request_doc_info?.doc_token ?? doc_token];

const itemOf = (meta: Meta): IDataObject => ({
	token: meta.doc_token,
	type: meta.doc_type,
	name: meta.title,
	url: meta.url,
	owner_id: meta.owner_id,
	created_time: meta.create_time,
	modified_time: meta.latest_modify_time,
	modified_by: meta.latest_modify_user,
	...(meta.sec_label_name !== undefined && { sec_label_name: meta.sec_label_name }),
});

function missing(label: string, token: string, code = 970005): InputError {
	const [what, advice] = REASONS[code] ?? [`is not told (${code})`, 'Check the address'];
	return new InputError(label, `The file or document ${token} ${what}`, advice);
}
