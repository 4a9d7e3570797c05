import { optionalUserField, userField } from '../../../shared/contact/person';

export const starterField = optionalUserField({
	displayName: 'Start As',
	name: 'starter',
	description: 'In whose name an app starts it; a person starts it in their own',
	hint: 'Required for an app; leave it empty for a person',
});

/** Where only an app may. */
export const requiredStarter = userField({
	displayName: 'Start As',
	name: 'previewStarter',
	description: 'Who would start it: the steps depend on their department and their superior',
});
