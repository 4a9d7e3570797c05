import { InputError } from '../../../../feishu/input';

/** What is told of each conditional format of a request, which succeeds also where it could do nothing. */
interface Response {
	cf_id?: string;
	res_code?: number;
	res_msg?: string;
}

const WORDS: Readonly<Record<number, string>> = {
	90202: 'a range is none of this sheet',
	90204: 'the rule does not fit its values, or there is no such conditional format',
	90226: 'the sheet has as many conditional formats as it may, 20',
	90230: 'it does not know the rule',
	90232: 'it does not know the style',
};

/** The ID of the format that a request was about. @throws InputError where it was refused */
export function done(label: string, responses: readonly Response[] = []): string {
	const [{ cf_id = '', res_code = 0, res_msg = '' } = {}] = responses;
	if (res_code === 0) return cf_id;
	throw new InputError(
		label,
		`Feishu did not do it: ${WORDS[res_code] ?? res_msg} (code ${res_code})`,
		'Check the ranges, the rule and the ID',
	);
}
