import { optionalUserField } from '../../shared/contact/person';

/** Whose list an app asks for; a person has their own. */
export const whoseField = optionalUserField({
	displayName: 'Whose',
	name: 'whose',
	description: 'Whose list an app asks for; a person gets their own',
});
