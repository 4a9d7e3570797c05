import type { TokenKind } from '../../../feishu/api/accessToken';
import { InputError } from '../../../feishu/input';

/** What n8n calls the choice of who acts; its panel shows none, and sets it by the kind of the credential. */
export const AUTHENTICATION = 'Authentication';

/** Advice where only an app serves. */
export const CHOOSE_APP = 'Choose a credential of the kind Feishu API';

/** Whoever has one of these acts for an app. */
const isApps = (kind: TokenKind) => kind !== 'user';

/**
 * An operation or endpoint that takes one identity only is refused to the other before it is called.
 * @param takes whose tokens it takes
 * @param has whose tokens there are
 * @param what the operation or endpoint, as people know it
 * @param besides what an app may do all the same, behind the advice
 * @throws InputError that says what to choose
 */
export function assertMayAct(takes: 'app' | 'user', has: readonly TokenKind[], what: string, besides = ''): void {
	if (takes === 'user' && !has.includes('user')) {
		throw new InputError(
			AUTHENTICATION,
			`${what} takes a person's login only, which an app can't give`,
			`Choose a credential of the kind Feishu OAuth2 API, with which a person has signed in${besides}`,
		);
	}
	if (takes === 'app' && !has.some(isApps)) {
		throw new InputError(AUTHENTICATION, `${what} takes an app's identity only, not a person's`, CHOOSE_APP);
	}
}
