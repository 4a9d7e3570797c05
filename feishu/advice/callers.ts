import { credential, setup, type Advice } from './words';

/** As whom a call was made. */
export type Caller = 'app' | 'person' | 'storeApp' | 'accessToken';

const CONNECT = 'open the credential and connect it again';

const ENDED = credential(
	'Feishu does not accept the access token',
	'It has ended, is wrong, or is of a kind that this endpoint does not take. Nothing here can renew it: enter a new one in the credential',
);

const TENANT_GONE = credential(
	'The app is not installed in this organization any more, or is disabled',
	'Check the Tenant Key; an administrator of that organization has to install or enable the app',
);

/** What codes say to others than a self-built app. */
const TABLE: Readonly<Record<Caller, ReadonlyMap<number, Advice>>> = {
	app: new Map(),
	person: new Map([
		[
			99991663,
			credential(
				"Feishu does not accept the person's login",
				`The login has ended, or this endpoint takes only an app. For the first, ${CONNECT}; for the second, choose a credential of the kind Feishu API`,
			),
		],
		[
			99991668,
			credential(
				"Feishu does not accept the person's login for this call",
				`The login is not valid any more, or this endpoint takes only an app. For the first, ${CONNECT}; for the second, choose a credential of the kind Feishu API`,
			),
		],
		[99991671, credential("Feishu does not accept the form of the person's login", `To mend it, ${CONNECT}`)],
		[99991677, credential("The person's login has ended", `To go on, ${CONNECT}`)],
		[
			99991679,
			setup(
				'The person has not granted a scope that this call needs',
				`Add the scope to the credential, enable it for the app in the developer console, publish, and ${CONNECT}`,
			),
		],
	]),
	storeApp: new Map([
		[99991673, TENANT_GONE],
		[99991662, TENANT_GONE],
	]),
	accessToken: new Map([
		[99991661, ENDED],
		[99991663, ENDED],
		[99991664, ENDED],
		[99991668, ENDED],
		[99991671, ENDED],
		[99991677, ENDED],
	]),
};

export function callerAdvice(caller: Caller, code: number | undefined): Advice | undefined {
	return code === undefined ? undefined : TABLE[caller].get(code);
}
