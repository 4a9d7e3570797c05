import type { AilyApp } from '../state/aily';
import type { Store } from '../state/store';

/** The assistant that the pages of the platform use in their samples. */
export const DEMO_ASSISTANT = 'spring_5862e4fea8__c';

const schema = (name: string) => JSON.stringify({ type: 'object', properties: { [name]: { type: 'string' } } });

/** An assistant with two skills and some knowledge. */
export function seedAily(store: Store): void {
	const app: AilyApp = {
		app_id: DEMO_ASSISTANT,
		skills: [
			{
				...{ id: 'skill_6cc6166178ca', label: '翻译 Translate', description: 'Puts words into English' },
				...{ samples: ['把这句话翻译成英文'], input_schema: schema('words'), output_schema: schema('translation') },
			},
			{
				...{ id: 'skill_7dd7277289db', label: '摘要 Summarize', description: 'Says in short what a text says' },
				...{ samples: [], input_schema: schema('text'), output_schema: schema('summary') },
			},
		],
		tags: new Map([
			['电影', `${DEMO_ASSISTANT}__asset_tag_aadg2b5ql4gbs`],
			['Handbook', `${DEMO_ASSISTANT}__asset_tag_aadg2b5ql4hct`],
		]),
		assets: [
			{
				...{
					data_asset_id: 'asset_aadg2b5os5wjg',
					title: '电影 Films',
					data_source_type: 'excel',
					connect_type: 'import',
				},
				...{ description: { zh_cn: '这个是电影相关的知识集合' }, connect_status: 'successful', tags: ['电影'] },
				...{ content: '让子弹飞：姜文', created: store.clock.now() },
			},
			{
				...{
					data_asset_id: 'asset_aadg2b5os5xkh',
					title: 'Handbook',
					data_source_type: 'docx',
					connect_type: 'import',
				},
				...{ description: { en_us: 'How we work' }, connect_status: 'successful', tags: ['Handbook'] },
				...{ content: 'Holidays are asked for two weeks ahead', created: store.clock.now() },
			},
		],
	};
	store.aily.apps.set(app.app_id, app);
}
