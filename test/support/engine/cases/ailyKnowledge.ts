import { byId } from '..';
import { DEMO_ASSISTANT } from '../../../../simulator/seed/aily';
import { ASSISTANT } from './ailySkill';
import { late, LIMIT, type Cases } from './common';

const ailyApp = byId(DEMO_ASSISTANT);
const ASSET = [
	...ASSISTANT,
	[{ knowledge: byId(late('')) }, 'Knowledge'],
	[{ knowledge: byId(late('skill_1')) }, 'Knowledge'],
] as const;
const some = (field: string) =>
	[
		[{ [field]: { dataAssetIds: late('skill_1') } }, 'Knowledge IDs'],
		[{ [field]: { dataAssetTagIds: late('asset_1') } }, 'Tag IDs'],
	] as const;

export const ailyKnowledge: Cases = {
	ask: {
		parameters: () => ({ ailyApp, question: 'Holidays?' }),
		refused: [
			...ASSISTANT,
			[{ question: late(' ') }, 'Question'],
			[{ question: late('x'.repeat(65_536)) }, 'Question'],
			...some('options'),
		],
	},
	create: {
		parameters: () => ({
			ailyApp,
			knowledgeSource: 'text',
			knowledgeText: 'We begin at nine',
			knowledgeTitle: 'Hours',
		}),
		refused: [
			...ASSISTANT,
			[{ knowledgeSource: late('web') }, 'Source'],
			[{ knowledgeText: late(' ') }, 'Text'],
			[{ knowledgeText: late('x'.repeat(65_537)) }, 'Text'],
			[{ knowledgeSource: 'file', binaryPropertyName: late('nothing') }, 'Input Data Field Name'],
		],
	},
	delete: {
		parameters({ store }) {
			const app = store.aily.apps.get(DEMO_ASSISTANT);
			const [first] = app?.assets ?? [];
			const data_asset_id = store.aily.id('asset');
			if (first) app?.assets.push({ ...first, data_asset_id });
			return { ailyApp, knowledge: byId(data_asset_id) };
		},
		refused: ASSET,
	},
	get: { parameters: () => ({ ailyApp, knowledge: byId('asset_aadg2b5os5wjg') }), refused: ASSET },
	getAll: {
		parameters: () => ({ ailyApp, returnAll: false, limit: 1 }),
		refused: [...ASSISTANT, ...LIMIT, ...some('filters')],
	},
	getTags: { parameters: () => ({ ailyApp, returnAll: false, limit: 1 }), refused: [...ASSISTANT, ...LIMIT] },
};
