import { optionalLocatorField } from '../../../shared/fields/locator';
import { collectionField } from '../../../shared/fields/nested';
import { jsonObjectField, numberField, textField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';
import { searchSkills } from '../ailyPickers';
import { SKILL_MODES } from '../ailySkill/skill';
import { checkId } from '../ids';

const session = mappedField(
	textField({
		displayName: 'Session ID',
		name: 'sessionId',
		placeholder: 'e.g. session_4dfunz7sp1g8m',
		description: 'The conversation to go on with, as session_id of an earlier answer has it; a new one without it',
	}),
	(id, label) => (id === '' ? id : checkId('session', id, label)),
);
const skill = mappedField(
	optionalLocatorField({
		displayName: 'Skill',
		name: 'skill',
		description: 'The skill that answers; without it the assistant chooses, which takes a little longer',
		modes: SKILL_MODES,
		searches: { searchSkills },
	}),
	(chosen, label) => (chosen ? checkId('skill', chosen.value, label) : ''),
);
export const skillInput = jsonObjectField({
	displayName: 'Skill Input',
	name: 'skillInput',
	description: 'Values for the workflow of that skill, of up to 255 characters',
});
export const context = jsonObjectField({
	displayName: 'Context',
	name: 'sessionContext',
	description: 'Values that the skills of a new session can read, of up to 255 characters',
});
const wait = numberField({
	displayName: 'Give Up After (Seconds)',
	name: 'longestWait',
	typeOptions: { minValue: 1, maxValue: 3600 },
	default: 120,
	description: 'How long to wait for the answer',
});
export const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	session,
	skill,
	skillInput,
	context,
	wait,
]);
