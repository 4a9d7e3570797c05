/** Lists of what the chosen assistant has. */
import { InputError } from '../../../feishu/input';
import { text } from '../../../feishu/json';
import { listSearch } from '../../shared/fields/listSearch';
import { filledIn, type Panel } from '../../shared/fields/panel';
import { assistantIn, ID_OF_ASSISTANT } from './ailyApp';
import { wordsIn } from './plain';

export const LIST_SKILLS = 'GET /open-apis/aily/v1/apps/:app_id/skills';
export const LIST_KNOWLEDGE = 'GET /open-apis/aily/v1/apps/:app_id/data_assets';
/** The largest pages. Of skills no page tells a size beyond the usual one. */
export const [SKILLS_A_PAGE, KNOWLEDGE_A_PAGE] = [20, 100];
export const READ_SKILLS = ['aily:skill:read'];
export const READ_KNOWLEDGE = ['aily:data_asset:read'];

/** @throws InputError while none is chosen, or an expression that has no value yet */
function chosenAssistant(panel: Panel): string {
	const entered = filledIn(panel, 'ailyApp');
	const id = assistantIn(entered);
	if (id === undefined && entered !== '')
		throw new InputError('Assistant', `The assistant was not found: ${entered.slice(0, 60)}`, ID_OF_ASSISTANT);
	if (id === undefined)
		throw new InputError('Assistant', 'Choose the assistant first', 'What is in this list belongs to an assistant');
	return id;
}

export const searchSkills = listSearch({
	what: 'skills',
	scopes: READ_SKILLS,
	of: chosenAssistant,
	async *entries(ask) {
		const request = { path: { app_id: chosenAssistant(ask) }, pageSize: SKILLS_A_PAGE, itemsKey: 'skills' };
		for await (const { id, label, description } of ask.feishu.records(LIST_SKILLS, request))
			yield { name: text(label) || text(id), value: text(id), words: text(description) };
	},
	nothing: { message: 'The assistant has no skill', advice: 'Make one in Aily and publish the assistant' },
});

export const searchKnowledge = listSearch({
	what: 'pieces of knowledge',
	scopes: READ_KNOWLEDGE,
	of: chosenAssistant,
	async *entries(ask) {
		const request = { path: { app_id: chosenAssistant(ask) }, pageSize: KNOWLEDGE_A_PAGE };
		for await (const { data_asset_id: id, label } of ask.feishu.records(LIST_KNOWLEDGE, request))
			yield { name: wordsIn(label) || text(id), value: text(id) };
	},
	nothing: { message: 'The assistant knows nothing', advice: 'Add knowledge in Aily, or with Create' },
});
