import { optionalUserField } from '../../shared/contact/person';
import { reworded } from '../../shared/operation/field';

/** Whose list an app asks for; a person has their own. */
export const whoseField = optionalUserField({
	displayName: 'Whose',
	name: 'whose',
	description: 'Whose list an app asks for; a person gets their own',
	hint: 'Required for an app; leave it empty for a person',
});

/** The same where a definition does as well. */
export const whoseOrDefinitionField = reworded(whoseField, {
	description: 'Whose list an app asks for; a person gets their own',
	hint: 'An app needs this or Definition',
});
