import { complaint } from '../../shared/operation/field';

/**
 * A person acts in their own name, and lists what is theirs: what an app fills in for that is not passed over in silence.
 * @param given what was filled in, by what complaints call the field
 * @throws InputError about the first field that holds something
 */
export function refuseOfApps(given: Readonly<Record<string, unknown>>): void {
	for (const [label, value] of Object.entries(given))
		if (value !== undefined && value !== '')
			throw complaint(
				label,
				"is for apps only, and this credential is a person's",
				'Leave it empty: a person acts in their own name. Or use the credential of an app',
			);
}
