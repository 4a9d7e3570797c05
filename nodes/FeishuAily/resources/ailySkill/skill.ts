import { fromList, locatorField } from '../../../shared/fields/locator';
import { mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { searchSkills } from '../ailyPickers';
import { checkId } from '../ids';

const BY_ID = { displayName: 'By ID', name: 'id' };

/** From the assistant's own, or by ID. */
export const SKILL_MODES = [
	fromList('searchSkills', 'Choose a skill…'),
	{ ...BY_ID, type: 'string' as const, placeholder: 'e.g. skill_6cc6166178ca' },
];

export const skill = mappedField(
	locatorField({
		displayName: 'Skill',
		name: 'skill',
		description: 'What the assistant is to do; the address of the page on which a skill is made has its ID',
		modes: SKILL_MODES,
		searches: { searchSkills },
	}),
	({ value }, label) => checkId('skill', value, label),
);

export const SKILL = outputOf({
	id: 'string',
	'label?': 'string',
	'description?': 'string',
	'samples?': ['string'],
	'input_schema?': 'any',
	'output_schema?': 'any',
});
