/** The lists of what the chosen assistant has. */
import type { INodeParameters } from 'n8n-workflow';

import { FeishuAily } from '../../../nodes/FeishuAily/FeishuAily.node';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import { DEMO_ASSISTANT } from '../../../simulator/seed/aily';
import { byId, listContext, usePlatform } from '../../support/engine';

const platform = usePlatform();
beforeEach(() => listWalks.forgetAll());

const { listSearch } = new FeishuAily().methods;

async function look(method: string, panel: INodeParameters, filter = '') {
	const find = listSearch[method];
	if (!find) throw new Error(`There is no list ${method}`);
	const context = listContext('feishuAily', platform.credential, panel);
	const { results } = await find.call(context, filter);
	return results.map(({ name, value }) => [name, value]);
}
const told = async (method: string, panel: INodeParameters) =>
	await look(method, panel).then(String, (error: Error) => error.message);

const of = { ailyApp: byId(DEMO_ASSISTANT) };

test('skills are found by their name and by what they do', async () => {
	expect(await look('searchSkills', of)).toHaveLength(2);
	expect(await look('searchSkills', of, 'english')).toEqual([['翻译 Translate', 'skill_6cc6166178ca']]);
	const address = { ailyApp: { __rl: true, mode: 'url', value: `https://aily.feishu.cn/ai/${DEMO_ASSISTANT}` } };
	expect(await look('searchSkills', address, '摘要')).toEqual([['摘要 Summarize', 'skill_7dd7277289db']]);
});

test('knowledge is found by its title', async () => {
	expect(await look('searchKnowledge', of, 'hand')).toEqual([['Handbook', 'asset_aadg2b5os5xkh']]);
});

test.each(['searchSkills', 'searchKnowledge'])('%s says what is missing', async (method) => {
	expect(await told(method, {})).toContain('Choose the assistant first');
	expect(await told(method, { ailyApp: byId('={{ $json.app }}') })).toContain('Choose the assistant first');
	expect(await told(method, { ailyApp: byId('spring_none') })).toContain('The assistant was not found: spring_none');
	const app = platform.store.apps.get(platform.simulator.appId);
	if (app) app.scopes = ['im:message'];
	expect(await told(method, of).finally(() => app && (app.scopes = null))).toContain('lacks the scope');
	const assistant = platform.store.aily.apps.get(DEMO_ASSISTANT);
	if (assistant) Object.assign(assistant, { skills: [], assets: [] });
	listWalks.forgetAll();
	expect(await told(method, of)).toMatch(/The assistant (has no skill|knows nothing)/);
});
