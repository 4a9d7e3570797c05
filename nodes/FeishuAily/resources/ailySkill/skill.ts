import { filledField } from '../../../shared/fields/plain';
import { outputOf } from '../../../shared/operation/output';
import { ailyId } from '../ids';

export const skill = ailyId(
	'skill',
	filledField({
		displayName: 'Skill ID',
		name: 'ailySkillId',
		required: true,
		placeholder: 'e.g. skill_6cc6166178ca',
		description: 'Get Many lists those of an assistant; the address of the page on which it is made has it, too',
	}),
);

export const SKILL = outputOf({
	id: 'string',
	'label?': 'string',
	'description?': 'string',
	'samples?': ['string'],
	'input_schema?': 'string',
	'output_schema?': 'string',
});
export const READ_SKILLS = ['aily:skill:read'];
