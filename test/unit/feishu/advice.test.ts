import { ADVICE, explain, networkAdvice, tokenAdvice, type ExplainContext } from '../../../feishu/advice';
import { isRateLimited, type CallHistory } from '../../../feishu/api/call';
import { RATE_CODES, TEMPORARY_CODES, TOKEN_CODES } from '../../../feishu/api/codes';
import type { CallFailure } from '../../../feishu/api/envelope';
import { networkFailure } from '../../../feishu/api/network';
import { failure } from '../../support/feishuCalls';

const ONCE: CallHistory = { attempts: 1, waitedMs: 0, renewed: false };

const explained = (one: CallFailure, history: Partial<CallHistory> = {}, context?: ExplainContext) =>
	explain(one, { ...ONCE, ...history }, context);

const linesOf = (one: CallFailure, history?: Partial<CallHistory>, context?: ExplainContext) =>
	explained(one, history, context).description.split('\n');

describe.each([...ADVICE])('code %d', (code, { message, hint, cause }) => {
	it('says what happened and how to mend it, each once', () => {
		expect(message).toMatch(/^[\p{Lu}].*[^.\s]$/u);
		expect(hint).toMatch(/^\S.*[^.\s]$/s);
		const words = explained(failure({ code, msg: 'words of the platform', logId: 'L1' }));
		expect(words.message).toBe(message);
		const lines = words.description.split('\n');
		expect(lines[0]).toBe(`${hint}.`);
		expect(lines).toContain("Feishu's words: words of the platform");
		expect(lines).toContain(`(code ${code}, log id L1)`);
		expect(new Set(lines).size).toBe(lines.length);
		expect(words.description).not.toMatch(/\.\.|undefined|^\s*$/m);
		expect(words.cause).toBe(cause);
	});
});

describe('codes that the policy knows', () => {
	it.each([...RATE_CODES, 99991400])('%d asks to slow down', (code) => {
		expect(explained(failure({ code })).cause).toBe('rate-limited');
	});

	it.each([...TEMPORARY_CODES])('%d passes by itself', (code) => {
		expect(explained(failure({ code })).cause).toBe('temporarily-unavailable');
	});

	it('a quota of a day is not waited for', () => {
		const used = failure({ code: 11247 });
		expect(isRateLimited(used)).toBe(false);
		expect(explained(used)).toMatchObject({
			message: 'The app has sent as many batch messages as it may in a day',
			cause: 'quota-exhausted',
		});
	});

	it.each([...TOKEN_CODES])('%d is about the credential, and says that a new token did not help', (code) => {
		expect(explained(failure({ code })).cause).toBe('credential-invalid');
		expect(linesOf(failure({ code }), { renewed: true })).toContain('A new token was fetched and refused as well.');
		expect(linesOf(failure({ code }))).not.toContain('A new token was fetched and refused as well.');
	});
});

describe('as a person', () => {
	const toPerson = (code: number) => explained(failure({ code, msg: 'words' }), {}, { caller: 'person' });

	it.each([...ADVICE.keys()])('%d asks nobody to add a bot to a chat, or to make an app an administrator', (code) => {
		const { message, description } = toPerson(code);
		expect(`${message}. ${description}`).not.toMatch(
			/Add Bot|[Mm]ake the app|app as a bot|app is not in|app can't see|visible to the app|Add document app/,
		);
	});

	it.each<[number, RegExp, RegExp]>([
		[230002, /^The person is not in this chat$/, /Somebody in the group has to add the person/],
		[99992356, /^The chat does not exist, or the person can't see it$/, /see that the person is in it/],
		[232017, /^Only the owner of the group may do this$/, /Make the person the owner/],
		[230026, /^The person may not recall this message$/, /People can recall their own messages/],
		[91403, /^The person may not open this document$/, /Share the document with the person/],
		[230006, /bot is switched off/, /Features → Bot/],
	])('%d: %s', (code, message, hint) => {
		expect(toPerson(code).message).toMatch(message);
		expect(toPerson(code).description).toMatch(hint);
	});
});

/** Codes that the pages of the endpoints list. */
const LISTED = [
	...[10002, 10003, 11101, 11203, 11204, 11205, 11207, 11209, 11210, 11223, 11227, 11231, 11235, 11246, 11247, 11312],
	...[230100, 100000, 100030, 200510, 40001, 40002, 40003, 40008, 40010, 40011, 40012, 40015, 41012, 41071, 41072],
	...[41074, 42008, 42029, 43001, 43002, 43003, 43004, 43005, 43007, 43008, 43009, 43010, 43011, 43012, 43013, 44102],
	...[231205, 232007, 232015, 232096, 234002, 234019, 234038, 234040, 234041, 234042, 234044, 234045, 234046],
	...[131001, 131002, 131004, 131005, 131006, 131007, 1064230, 1069601, 1069602, 1069603, 1069604, 1069605],
	...[1390001, 1390002, 1390003, 1390004, 1390006, 1390007, 1390009, 1390010, 1390013, 1390014, 1390015, 1390016],
	...[1390018, 1395001, 1395006, 1395009, 1395011, 1395061, 1395210, 2200],
	...[60001, 60002, 60003, 60004, 60005, 60006, 60007, 60008, 60009, 60010, 60011, 60012, 60013, 60014, 65001],
	...[2700001, 2700026, 2700027, 2700028, 2700029, 2700030, 2700031, 2700032, 2700033, 2700034, 2700035],
	...[2700036, 2700404, 2700460, 2700472, 2701004],
	...[100290, 200380, 200381, 200550, 200570, 200621, 200732, 200737, 200861, 200914, 200915, 300220, 300230, 300240],
];

test.each(LISTED)('code %d has words of its own', (code) => {
	expect(ADVICE.has(code)).toBe(true);
});

describe('a code with several senses is told in the one that is meant', () => {
	const refused = (ext: string) => `Your request contains an invalid request parameter, ext=${ext}.`;

	it.each<[number, string, RegExp]>([
		[230001, refused('invalid receive_id'), /^The receiver does not exist/],
		[230001, refused('invalid receive_id_type'), /kind of receiver/],
		[230001, refused('invalid message_id'), /^The message, or one of them, does not exist/],
		[230001, refused('invalid message_id_list'), /^The message, or one of them, does not exist/],
		[230001, refused('batch_message_id length is less than 4'), /^The batch message does not exist/],
		[230001, refused('invalid container_id'), /^The chat does not exist/],
		[230001, refused('invalid container_id_type'), /^Feishu refused the request/],
		[230001, refused('invalid chat_id'), /^The chat does not exist/],
		[230001, refused('invalid thread_id'), /^The thread does not exist/],
		[230001, refused('all ids in the user_id_list are invalid'), /^None of the people/],
		[230001, refused('invalid user_id'), /^A person who is named does not exist/],
		[230001, refused('invalid start_time'), /period/],
		[230001, refused('The end_time is earlier than the start_time'), /period/],
		[230001, refused('the request parameters have changed, page_token is invalid'), /page token/],
		[230001, refused('The page_size exceeds the limit'), /page size/],
		[230001, refused('invalid file_key'), /file or image/],
		[230001, refused('invalid image_key'), /file or image/],
		[230001, refused('this operation to bots is currently not supported'), /bot can't write to a bot/],
		[230001, refused('sending system messages in group chats is not supported'), /system message/],
		[230001, refused('divider message text exceeds the specified length'), /system message/],
		[230001, refused('This message is NOT a card'), /no card/],
		[230001, refused('This message is NOT an urgent message'), /not made urgent/],
		[230001, refused('bot or user is not the message`s sender'), /^Only its sender/],
		[230001, refused('content cannot be empty'), /no content/],
		[230001, refused('invalid sort_type'), /this order/],
		[230001, refused('invalid msg_type'), /type of message/],
		[230001, refused('invalid message content. validate content fail'), /content of the message/],
		[230001, refused('Internal Error'), /problem of its own/],
		[230001, 'anything else', /^Feishu refused the request: a field is missing or wrong$/],
		[230071, 'The operator is not the sender of the message.', /can't be changed/],
		[230071, 'The group to which the message belongs does not support reply in thread.', /no answers in threads/],
		[230072, 'The message has reached the number of times it can be edited.', /edited too often/],
		[230072, 'Aggregated messages do not support reply in thread.', /no answers in a thread/],
		[230073, 'The thread is invisible to the operator.', /thread is not visible/],
		[230073, 'The message in the secret group is not allowed to be edited.', /secret chat can't be edited/],
		[230074, 'The target thread is invisible to the operator.', /thread to forward to/],
		[230074, 'The message in the third-party encryption group is not allowed to be edited.', /encrypted chat/],
		[230075, 'The message has exceeded the time that can be edited.', /no longer be edited/],
		[230075, 'Sending encrypted messages is not supported.', /no messages from apps/],
		[230054, 'This type of message is unavailable in the connection group.', /two organizations/],
		[232024, 'The app is unavailable or inactivated by the tenant.', /not active/],
		[232049, 'Operate chat tab unsupported chat type.', /has no tabs/],
		[11310, 'card action is lock', /locked by a click/],
	])('%d: %s', (code, msg, message) => {
		expect(explained(failure({ code, msg })).message).toMatch(message);
	});

	it.each([40004, 40014, 41050, 42009])(
		'%d says where those are whom the app may see, and how to widen that',
		(code) => {
			const { description } = explained(failure({ code }));
			expect(description).toContain('in the range is found with Search and in the lists');
			expect(description).toContain('Permissions & Scopes');
		},
	);

	it.each([
		[99992351, 'not a valid open_id'],
		[99992361, 'open_id cross app'],
		[230034, 'The receive_id is invalid.'],
		[230001, refused('invalid receive_id')],
		[11101, 'Open_id not exist.'],
	])('a receiver of another app is told so, whichever code says it: %d', (code, msg) => {
		expect(explained(failure({ code, msg })).description).toContain('An open_id belongs to one app');
	});
});

describe('what is wrong within a card', () => {
	const built = (part: number, msg: string) => `Failed to create card content, ext=ErrCode: ${part}; ErrMsg: ${msg}; `;

	it.each<[number, string, RegExp]>([
		[100290, 'There is an invalid user resource(at/person) in your card', /a person whom the app does not know/],
		[200380, 'template does not exist', /never published/],
		[200381, 'template is not visible to app', /may not use the template/],
		[200550, 'chart spec is invalid', /a chart/],
		[200570, 'card contains invalid image keys', /Upload it with this app/],
		[200914, 'table rows is invalid', /row of a table/],
		[300220, "audio elem don't support forward", /enable_forward/],
		[11310, 'element exceeds the limit', /200 elements/],
		[11310, 'card table number over limit', /more tables/],
		[11310, 'template is not visible to app', /availability/],
	])('%d: %s', (part, msg, hint) => {
		for (const code of [230099, 11246]) {
			const words = explained(failure({ code, msg: built(part, msg) }));
			expect(words.message).toMatch(/^Feishu could not build the card: \S/);
			expect(`${words.message}. ${words.description}`).toMatch(hint);
			expect(words.description).toContain(msg);
		}
	});

	it('stands in the headline', () => {
		const { message } = explained(failure({ code: 230099, msg: built(200380, 'template does not exist') }));
		expect(message).toBe('Feishu could not build the card: there is no such template, or it was never published');
	});

	it('is left to Feishu where no row knows it', () => {
		const words = explained(failure({ code: 230099, msg: built(299999, 'strange') }));
		expect(words.description).toContain("See Feishu's words below");
	});
});

describe('tokens', () => {
	it('use a code in a sense of their own', () => {
		expect(tokenAdvice(10003)?.message).toBe('Feishu does not know this App ID');
		expect(explained(failure({ code: 10003 })).message).toBe('Feishu refused the request: a field is missing or wrong');
		expect(tokenAdvice(10014)).toBe(ADVICE.get(10014));
		expect(tokenAdvice(99991543)?.cause).toBe('credential-invalid');
		expect(tokenAdvice(undefined)).toBeUndefined();
	});
});

describe('what no row knows', () => {
	it.each<[string, CallFailure, string, string | undefined]>([
		[
			'an unknown code, in the platform’s words',
			failure({ code: 42, msg: 'strange' }),
			'Feishu says: strange',
			undefined,
		],
		[
			'an unknown code without words',
			failure({ code: 42, msg: '' }),
			'Feishu refused the call with code 42',
			undefined,
		],
		['HTTP 429', failure({ kind: 'http', status: 429 }), 'Feishu asks to slow down', 'rate-limited'],
		[
			'a broken answer',
			failure({ kind: 'unreadable', status: 200, msg: '' }),
			'The answer of the platform broke off',
			'temporarily-unavailable',
		],
		[
			'data where a file was asked for',
			failure({ kind: 'noFile', status: 200, msg: '' }),
			'The platform answered with data, not with a file',
			'configuration-invalid',
		],
		[
			'404',
			failure({ kind: 'http', status: 404, msg: '404 page not found' }),
			'The platform does not know this address',
			'configuration-invalid',
		],
		[
			'502',
			failure({ kind: 'http', status: 502, msg: '' }),
			'The platform failed to answer',
			'temporarily-unavailable',
		],
		[
			'a login page',
			failure({ kind: 'http', status: 200, msg: 'Sign in' }),
			'Something other than the platform answered',
			'configuration-invalid',
		],
	])('reads well: %s', (_what, one, message, cause) => {
		const words = explained(one);
		expect(words).toMatchObject({ message, cause });
		expect(words.description).toMatch(/^[A-Z].*\./);
		expect(words.description).toMatch(/\((code|HTTP) \d+\)$/);
	});

	it('does not repeat the platform’s words where the message has them', () => {
		expect(linesOf(failure({ code: 42, msg: 'strange' })).join()).not.toContain('strange');
		expect(linesOf(failure({ kind: 'http', status: 200, msg: 'Sign in' }))).toContain('The answer began: Sign in');
	});
});

describe('the network', () => {
	it.each([
		['ENOTFOUND', 'The address of the platform is not known to the network'],
		['EAI_AGAIN', 'The address of the platform could not be looked up'],
		['ECONNREFUSED', 'The platform refused the connection'],
		['ETIMEDOUT', 'The platform did not answer in time'],
		['ECONNABORTED', 'The platform did not answer in time'],
		['ECONNRESET', 'The connection broke off'],
		['CERT_HAS_EXPIRED', "The platform's certificate is not trusted"],
		['DEPTH_ZERO_SELF_SIGNED_CERT', "The platform's certificate is not trusted"],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', "The platform's certificate is not trusted"],
		['EWHATEVER', 'The platform could not be reached'],
	])('%s', (code, message) => {
		expect(networkAdvice(code).message).toBe(message);
		const words = explained(networkFailure(code));
		expect(words).toMatchObject({ message, cause: 'temporarily-unavailable' });
		expect(words.description.split('\n')).toEqual([`${networkAdvice(code).hint}.`, `(${code})`]);
	});
});

describe('what was done about it', () => {
	const limited = failure({ code: 99991400, status: 429 });

	it('tells tries and time', () => {
		expect(linesOf(limited, { attempts: 3, waitedMs: 1480 })).toContain('Tried 3 times over 1 s.');
		expect(linesOf(limited, { attempts: 9, waitedMs: 300_000 })).toContain('Tried 9 times over 5 minutes.');
		expect(linesOf(limited).join()).not.toContain('Tried');
	});

	it('tells a wait that was too long, and gives it to n8n', () => {
		const words = explained(limited, { refusedWaitMs: 600_000 });
		expect(words.description).toContain('Feishu asks to wait 10 minutes, which goes beyond the limit set in');
		expect(words.description).toContain('Longest Wait');
		expect(words).toMatchObject({ cause: 'rate-limited', retryAfterMs: 600_000 });
	});

	it('warns of what may have been carried out, and only then', () => {
		const dropped = networkFailure('ECONNRESET');
		const warning = 'It may have been carried out all the same, so it was not sent again.';
		expect(linesOf(dropped, { unrepeatable: true })).toContain(warning);
		expect(linesOf(dropped)).not.toContain(warning);
	});
});

describe('details', () => {
	it('calls fields as the panel does, where a file is not of the message', () => {
		expect(linesOf(failure({ code: 234003 }))).toContain('Take Message and Attachment Key from the same message.');
	});

	it('names several scopes that will do', () => {
		const known = { scopes: ['im:message', 'im:chat', 'im:resource'] };
		const lines = explained(failure({ code: 99991672 }), {}, known).description.split('\n');
		expect(lines).toContain('Instead of it, one of these will do: im:chat, im:resource.');
	});

	it.each([
		[99991672, 'The app lacks the scope'],
		[99991676, 'The access token lacks the scope'],
		[99991679, 'The person has not granted the scope'],
	])('begins with the scope and where to add it, for code %d', (code, lacking) => {
		const known = { scopes: ['im:message', 'im:chat'], consoleUrl: 'https://console.example.com/app/cli_1' };
		const own = explained(failure({ code }), {}, known);
		expect(own.message).toBe(`${lacking} im:message`);
		expect(own.description.split('\n')).toEqual([
			...(code === 99991679
				? [
						`In the credential, choose 'Messages and Groups' under 'Use For', or where that is done already, add it under 'More Scopes', and connect again. The app needs it as well. Add it here: ${known.consoleUrl}`,
					]
				: [`Add it here: ${known.consoleUrl}`, expect.any(String)]),
			'Instead of it, this will do: im:chat.',
			`(code ${code})`,
		]);
	});

	it.each([
		[
			'calendar:calendar:read calendar:calendar',
			'person',
			"choose 'Calendar' under 'Use For', or where that is done already, add it",
		],
		[
			'drive:drive',
			'person',
			"choose 'Base' or 'Sheets' or 'Docs' or 'Drive' under 'Use For', or where that is done already, add it",
		],
		['contact:user:search', 'person', "choose what it is for under 'Use For', or where that is done already, add it"],
		['minutes:minutes:readonly', 'person', "In the credential, add it under 'More Scopes'"],
		['calendar:calendar', 'accessToken', 'Take a token of a login that has it. The app needs it as well.'],
	] as const)('says what to choose for %s, as %s', (scopes, caller, words) => {
		const told = explained(failure({ code: 99991679 }), {}, { scopes: scopes.split(' '), caller });
		expect(told.description).toContain(words);
		expect(told.description.match(/connect(?: it)? again/g) ?? []).toHaveLength(caller === 'person' ? 1 : 0);
	});

	it('trusts the platform about scopes, and names of those what the operation names first', () => {
		const known = {
			scopes: ['im:message:send_as_bot', 'im:chat'],
			consoleUrl: 'https://console.example.com/app/cli_1',
		};
		const helps = ['https://console.example.com/add'];
		const told = explained(
			failure({ code: 99991672, scopes: ['im:chat', 'im:all'], helps, msg: 'no im:chat' }),
			{},
			known,
		);
		expect(told.message).toBe('The app lacks the scope im:chat');
		expect(told.description).toMatch(/^Add it here: https:\/\/console\.example\.com\/add\n/);
		expect(told.description).not.toContain('no im:chat');
		expect(explained(failure({ code: 99991672, scopes: ['im:resource'], helps })).message).toBe(
			'The app lacks the scope im:resource',
		);
		expect(explained(failure({ code: 99991672 })).message).toBe('The app lacks a permission scope');
	});

	it('names no scopes for other codes', () => {
		const words = linesOf(
			failure({ code: 230002 }),
			{},
			{ scopes: ['im:message'], consoleUrl: 'https://x.example.com' },
		);
		expect(words.join()).not.toMatch(/im:message|x\.example/);
	});

	it('goes through the fields', () => {
		const fieldViolations = [
			{ field: 'receive_id_type', description: 'receive_id_type is required' },
			{ field: 'content', description: '' },
			{ field: 'uuid' },
		];
		expect(linesOf(failure({ code: 99992402, fieldViolations }))).toEqual(
			expect.arrayContaining([
				"Field 'receive_id_type': receive_id_type is required",
				"Field 'content': not accepted",
				"Field 'uuid': not accepted",
			]),
		);
	});

	it('ends with the platform’s own diagnosis', () => {
		const one = failure({ code: 1, logId: 'L2', troubleshooter: 'https://open.example.com/search?log_id=L2' });
		expect(linesOf(one).slice(-2)).toEqual([
			'(code 1, log id L2)',
			"Feishu's own diagnosis: https://open.example.com/search?log_id=L2",
		]);
	});
});
