import { isRateLimited, isTemporary, isTokenRefused } from '../../../../feishu/api/call';
import type { CallFailure } from '../../../../feishu/api/envelope';
import { ADVICE, type Advice } from '../../../../feishu/advice';
import type { Endpoint } from '../../../../feishu/catalog';

/**
 * For a code that has no words of its own and that the endpoint's documentation lists: where it is explained. Most of the
 * platform's thousands of codes belong to one endpoint, whose page says what each of them means.
 */
export const documentedAdvice =
	({ errors = [], doc, name }: Endpoint) =>
	(failure: CallFailure): Advice | undefined => {
		const { code, kind, msg } = failure;
		if (kind !== 'code' || code === undefined || doc === undefined || !errors.includes(code)) return undefined;
		if (ADVICE.has(code) || isRateLimited(failure) || isTemporary(failure) || isTokenRefused(failure)) return undefined;
		return {
			message: msg ? `Feishu says: ${msg}` : `Feishu refused the call with code ${code}`,
			hint: `The page of '${name.en}' explains code ${code} under its error codes: ${doc}`,
		};
	};
