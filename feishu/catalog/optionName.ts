/** Where the help texts have the name of a choice: `body.status=1`. */
export const optionKey = (fieldId: string, choice: string | number): string => `${fieldId}=${choice}`;

/** What a choice stands for that is a bare number; undefined where nobody says. */
export const optionName = (
	fieldId: string,
	choice: string | number,
	texts: Readonly<Record<string, string>>,
): string | undefined => (typeof choice === 'number' ? texts[optionKey(fieldId, choice)] : undefined);
