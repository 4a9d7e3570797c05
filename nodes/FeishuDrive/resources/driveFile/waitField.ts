import { numberField } from '../../../shared/fields/plain';

/** How long a step waits for an import or an export. */
export const waitField = numberField({
	displayName: 'Wait at Most (Minutes)',
	name: 'waitMinutes',
	typeOptions: { minValue: 1, maxValue: 60 },
	default: 10,
	description: 'After which the step fails; what Feishu has begun it goes on with',
});

/** Milliseconds of so many minutes. */
export const waitMs = (minutes = 10): number => minutes * 60_000;
