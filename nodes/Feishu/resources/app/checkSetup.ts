import { batchImport, isCoarse, missingScopes, scopesToAdd } from '../../../../feishu/api/missingScopes';
import { isPublicOrigin } from '../../../../feishu/api/regions';
import type { ScopeNeed } from '../../../../feishu/api/scopeNeeds';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { checkForField, chosenOperations } from './checkFor';
import { APPLICATION, BOT, PERSON, SCOPES, setupOfApp, setupOfPerson } from './readSetup';
import { missingNotes } from './setupNotes';

export const checkSetup = defineOperation({
	value: 'checkSetup',
	name: 'Check Setup',
	action: 'Check the setup of the app',
	description: 'See missing scopes, and whether the bot and a version are online',
	endpoint: SCOPES,
	alsoCalls: [APPLICATION, BOT, PERSON],
	identity: 'either',
	fields: [checkForField],
	output: outputOf({
		ok: 'boolean',
		missing: [
			{
				scope: 'string',
				of: 'string',
				waiting: 'boolean',
				always: 'boolean',
				needed_by: [{ operation: 'string', alternatives: ['string'] }],
			},
		],
		import_json: 'string',
		console_url: 'string',
		bot: 'any',
		published: 'any',
		account: 'any',
		granted: 'any',
		checked: ['string'],
		notes: ['string'],
	}),
	async run(turn) {
		const { feishu } = turn;
		const isPerson = await feishu.isPerson();
		const chosen = await chosenOperations(turn, isPerson ? 'user' : 'tenant');
		// What a person may do says nothing of what the app may.
		const asked = isPerson ? chosen.asked.filter(({ as }) => as === 'user') : chosen.asked;
		const setup = isPerson ? await setupOfPerson(feishu) : await setupOfApp(feishu);
		const { granted, waiting, bot, published, account, appId } = setup;
		const origin = await feishu.origin();
		const coarse =
			!isPublicOrigin(origin) &&
			Object.values(granted ?? {})
				.flat()
				.every(isCoarse);
		const missing = missingScopes(asked, { granted: granted ?? {}, waiting, coarse });
		const isComplete = granted !== null && missing.every(({ always }) => !always);
		const wantsBot = asked.some(({ as, needs }) => as === 'tenant' && needs.some(isOfMessages));
		const page = (await feishu.consoleUrl()) ?? (appId && `${origin}/app/${appId}`);
		return {
			ok: isComplete && published !== false && (bot !== false || !wantsBot),
			missing: missing.map((one) => ({ ...one })),
			import_json: batchImport(scopesToAdd(missing, { coarse })),
			console_url: page ? `${page}/auth` : `${origin}/app`,
			bot,
			published,
			account,
			granted,
			checked: asked.map(({ title }) => title),
			notes: [...chosen.notes, ...setup.notes, ...missingNotes(missing, { coarse })],
		};
	},
});

const isOfMessages = ({ oneOf }: ScopeNeed) => oneOf.some((scope) => scope.startsWith('im:'));
