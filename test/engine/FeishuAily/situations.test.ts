/** What can be the matter with an assistant, and how the node tells it. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, usePlatform } from '../../support/engine';
import { DEMO_ASSISTANT } from '../../../simulator/seed/aily';
import type { AilyCondition } from '../../../simulator/state/aily';

const platform = usePlatform();
const assistant = () => platform.store.aily.apps.get(DEMO_ASSISTANT);
afterEach(() => void Object.assign(assistant() ?? {}, { condition: undefined }));

const of = (resource: string, operation: string, more: INodeParameters = {}): INodeParameters => ({
	...{ resource, operation, ailyApp: byId(DEMO_ASSISTANT) },
	...more,
});
const QUESTION = { question: 'Holidays?' };
const failure = async (parameters: INodeParameters) => (await platform.run({ parameters })).error;

test.each<[AilyCondition, INodeParameters, string, number]>([
	['askFails', of('ailyKnowledge', 'ask', QUESTION), 'Aily could not answer from the knowledge', 2700033],
	[
		'askForbidden',
		of('ailyKnowledge', 'ask', QUESTION),
		'The knowledge of this assistant answers no questions',
		2700034,
	],
	['askSlow', of('ailyKnowledge', 'ask', QUESTION), 'Aily took too long to answer from the knowledge', 2700035],
	[
		'closed',
		of('ailyKnowledge', 'getAll', { returnAll: true }),
		'Who asks may not see or change the knowledge of this assistant',
		2701004,
	],
])('an assistant that is %s', async (condition, parameters, message, code) => {
	Object.assign(assistant() ?? {}, { condition });
	const error = await failure(parameters);
	expect(error?.message).toBe(message);
	expect(error?.description).toContain(`code ${code}`);
});

const gone = (what: string) => `${what} does not exist, or this app can't see it`;

test.each<[string, INodeParameters, string]>([
	[
		'Assistant',
		of('ailySkill', 'getAll', { returnAll: true, ailyApp: byId('spring_0000000000__c') }),
		gone('The assistant'),
	],
	['Skill', of('ailySkill', 'get', { skill: byId('skill_none') }), gone('The skill')],
	['Skill', of('ailyAssistant', 'ask', { ...QUESTION, options: { skill: byId('skill_none') } }), gone('The skill')],
	[
		'Session ID',
		of('ailyAssistant', 'ask', { ...QUESTION, options: { sessionId: 'session_4dnobody' } }),
		gone('The session'),
	],
])('what is not there is told by its field: %s', async (field, parameters, message) => {
	const error = await failure(parameters);
	expect(error?.message).toBe(message);
	expect(error?.description).toContain(`'${field}'`);
});

test('times are ISO 8601, of answers and of knowledge', async () => {
	platform.store.settings.ailyRunPolls = 0;
	const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
	const said = await platform.run({ parameters: of('ailyAssistant', 'ask', QUESTION) });
	platform.store.settings.ailyRunPolls = 2;
	expect(said.items[0]?.json.messages).toMatchObject([{ created_at: iso }]);
	const known = await platform.run({ parameters: of('ailyKnowledge', 'getAll', { returnAll: true }) });
	expect(known.items[0]?.json).toMatchObject({ created_time: iso, updated_time: iso });
});
