import type { IDataObject } from 'n8n-workflow';

import { JobError } from '../../../../feishu/api/poll';
import { text } from '../../../../feishu/json';
import { collectionField } from '../../../shared/fields/nested';
import { rawTextField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ailyApp } from '../ailyApp';
import { saidIn } from '../jsonText';
import { assets, tags } from './asset';

const LONGEST = 65_535;

const question = rawTextField({
	displayName: 'Question',
	name: 'question',
	required: true,
	typeOptions: { rows: 3 },
	placeholder: 'e.g. How do I ask for a holiday?',
	description: 'What the knowledge is asked',
});
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [assets, tags]);

interface Answer {
	status?: string;
	finish_type?: string;
	message?: { content?: string };
	process_data?: { chunks?: string[]; sql_data?: string[]; chart_dsls?: string[] };
	faq_result?: IDataObject;
	has_answer?: boolean;
}

/** Aily does not say of an ID that it knows no such thing. */
const nothingIn = (labels: readonly string[]): string =>
	`No answer. Check ${labels.map((label) => `'${label}'`).join(' and ')}: Aily finds nothing, without an error, in what is not there or is another assistant's. Get Many and Get Tags list what there is.`;

/** Source: https://open.feishu.cn/document/aily-v1/data-knowledge/ask */
export const ask = defineOperation({
	value: 'ask',
	name: 'Ask',
	action: 'Ask the knowledge of an assistant',
	description: 'Get an answer from what an assistant knows, with the passages that it rests on',
	endpoint: 'POST /open-apis/aily/v1/apps/:app_id/knowledges/ask',
	scopes: ['aily:knowledge:ask'],
	identity: 'either',
	fields: [ailyApp, question, options],
	output: outputOf({
		answer: 'string',
		has_answer: 'boolean',
		'finish_type?': 'string',
		passages: ['any'],
		'data?': ['any'],
		'charts?': ['string'],
		'faq?': 'any',
		'hint?': 'string',
	}),
	async run({ read, feishu }) {
		const path = { app_id: read(ailyApp) };
		const content = read(question);
		if (content.length > LONGEST) throw question.refuse('is too long', `Aily takes ${LONGEST} characters`);
		const { dataAssetIds: data_asset_ids, dataAssetTagIds: data_asset_tag_ids } = read(options);
		const narrowed = [
			...(data_asset_ids?.length ? [assets.label] : []),
			...(data_asset_tag_ids?.length ? [tags.label] : []),
		];
		const body = { message: { content }, data_asset_ids, data_asset_tag_ids };
		const said = await feishu.lastEvent<Answer>(this.endpoint, { path, body, idempotent: true });
		if (said.status !== 'finished')
			throw new JobError('The answer of Aily broke off', 'Ask again; a proxy may have cut it, or raise the timeout');
		const { chunks = [], sql_data: rows, chart_dsls: charts } = said.process_data ?? {};
		return {
			answer: text(said.message?.content),
			has_answer: said.has_answer === true,
			finish_type: said.finish_type,
			passages: chunks,
			data: rows?.map(saidIn),
			charts,
			faq: said.faq_result,
			...(said.has_answer !== true && narrowed.length > 0 && { hint: nothingIn(narrowed) }),
		};
	},
});
