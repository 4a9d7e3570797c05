import { codeOf } from '../../../../feishu/api/call';
import { writeInHalves } from '../../../../feishu/api/writeInHalves';
import type { Member } from '../../../shared/contact/members';
import type { OperationContext } from '../../../shared/operation/operation';
import { onceAdvanced } from '../role/onceAdvanced';

/** Members in one request. Source: …/bitable-v1/app-role-member/batch_create */
export const AT_ONCE = 100;

/** One of those whom a call names is not known, or no member; nobody of the call was added or removed then. */
const NOT_FOUND = 1254048;

const isUnknown = (error: unknown) => codeOf(error) === NOT_FOUND;

/**
 * Adds members to a role, or removes them, 100 in a request. Of a request the platform takes all or nobody, so those whom
 * it does not know are found in halves, and the others go without them.
 * @returns who was, and who was not
 * @throws CallError, also where it knows none of them; who was added before stays so
 */
export async function changeMembers(
	asking: Pick<OperationContext, 'feishu' | 'context'>,
	endpoint: string,
	path: { app_token: string; role_id: string },
	members: readonly Member[],
): Promise<{ done: Member[]; unknown: Member[] }> {
	const write = async (member_list: readonly Member[]) => {
		await onceAdvanced(
			asking,
			path.app_token,
			async () => await asking.feishu.call(endpoint, { path, body: { member_list }, idempotent: true }),
		);
		return member_list;
	};
	const outcomes = await writeInHalves(members, { write, most: AT_ONCE, isAbout: isUnknown });
	const [done, unknown]: [Member[], Member[]] = [[], []];
	let refusal: unknown;
	outcomes.forEach((one, at) => {
		const member = members[at];
		if (member) ('result' in one ? done : unknown).push(member);
		if ('refused' in one && !(refusal !== undefined && isUnknown(one.refused))) refusal = one.refused;
	});
	// Whoever tries again harms nobody: a member who is added once more stays one.
	if (refusal !== undefined && (done.length === 0 || !isUnknown(refusal))) throw refusal;
	return { done, unknown };
}
