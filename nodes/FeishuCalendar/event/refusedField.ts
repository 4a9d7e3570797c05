import { CallError, codeOf } from '../../../feishu/api/call';
import { findCause } from '../../../feishu/api/network';
import { complaint } from '../../shared/operation/field';

/** Something in the request can't be used; which, the platform mostly does not say. Source: …/calendar-event-attendee/create */
const MALFORMED = [190002, 190014];

/** Whether the platform refused what stands in the request. */
export const isMalformed = (error: unknown): boolean => MALFORMED.includes(codeOf(error) ?? 0);

/** An ID that is nobody's, another app's, or of somebody who has left. Source: …/calendar-event-attendee/create and the general error codes */
const NOT_THERE = [195100, 99992351, 99992356, 99992360, 99992361, 99992364];

/** Whether a person or a group that the request names is not there. */
export const isNotThere = (error: unknown): boolean => NOT_THERE.includes(codeOf(error) ?? 0);

/** The same refusal in terms of the field that the request was made of. */
export function refusedField(error: unknown, label: string, what: string, advice: string): Error {
	const said = findCause<CallError>(error, 'CallError')?.failure.msg ?? '';
	return complaint(label, what, said === '' ? advice : `${advice}. Feishu says: ${said}`);
}
