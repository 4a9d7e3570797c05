import { isRateLimited } from '../../../feishu/api/call';
import type { Endpoint } from '../../../feishu/api/endpoint';
import type { CallFailure } from '../../../feishu/api/envelope';
import { Governor, type Pace, type Passage } from '../../../feishu/api/governor';
import { CARD_TIER, DOCUMENT_TIER, rateOf, RECEIVER_TIER, TRANSFER_TIER } from '../../../feishu/api/rates';

/** One for all executions of the process: they share the app's limits. */
const governor = new Governor();

/** The platform's own word for too many messages to one chat or person, and for too many changes of one. */
const TOO_MANY_MESSAGES = 230020;
/** The gateway's. */
const TOO_MANY_REQUESTS = 99991400;
/** Bases. */
const TOO_MANY_TO_BASE = 1254290;
const TABLE_IS_BUSY = 1254291;
/** Spreadsheets, by the older endpoints and by the newer ones: too many, or an earlier change is still under way. */
const SHEET_IS_BUSY = [90217, 90235, 1310217, 1310235];
/** Somebody's click in the card is being answered. */
const CARD_IS_BUSY = 200810;
/** Uploads, and other changes of Drive: too many, or two at one time. */
const DRIVE_IS_BUSY = 1061045;

/** A chat or a person that gets messages, whichever apps they come from. */
export const perReceiver = (id: string): Pace => ({
	key: `receiver ${id}`,
	limits: RECEIVER_TIER,
	heldBy: [TOO_MANY_MESSAGES],
});

/** A message that is changed: counted as what its chat gets. */
export const perMessage = (id: string): Pace => ({
	key: `message ${id}`,
	limits: RECEIVER_TIER,
	heldBy: [TOO_MANY_MESSAGES],
});

/** A card entity that is changed. Its limit is reached before that of the endpoint, so it is what the gateway means. */
export const perCard = (id: string): Pace => ({
	key: `card ${id}`,
	limits: CARD_TIER,
	heldBy: [TOO_MANY_REQUESTS, CARD_IS_BUSY],
});

/** What an app uploads into documents and folders, and changes in Drive, by all their endpoints: one after the other. */
export const perChanger = ({ appId, tenant = '' }: Sender): Pace => ({
	key: `uploads ${appId} ${tenant}`,
	limits: TRANSFER_TIER,
	atOnce: 1,
	heldBy: [DRIVE_IS_BUSY],
});

/** What an app downloads out of documents and folders. */
export const perDownloader = ({ appId, tenant = '' }: Sender): Pace => ({
	key: `downloads ${appId} ${tenant}`,
	limits: TRANSFER_TIER,
	heldBy: [DRIVE_IS_BUSY],
});

/** A table of a base that is written: it takes one writer at a time, and tells the second one so. @see https://open.feishu.cn/document/server-docs/docs/bitable-v1/notification */
export const perTable = ({ app_token, table_id }: { app_token: string; table_id: string }): Pace => ({
	key: `table ${app_token} ${table_id}`,
	limits: [],
	atOnce: 1,
	heldBy: [TOO_MANY_TO_BASE, TABLE_IS_BUSY],
});

/** The tables of a base, while one is added or taken away. */
export const perBase = (app_token: string): Pace => ({
	key: `base ${app_token}`,
	limits: [],
	atOnce: 1,
	heldBy: [TOO_MANY_TO_BASE, TABLE_IS_BUSY],
});

/** A spreadsheet that is written: all its changes go one after the other. @see https://open.feishu.cn/document/ukTMukTMukTM/uATMzUjLwEzM14CMxMTN/overview */
export const perSpreadsheet = (spreadsheet_token: string): Pace => ({
	key: `spreadsheet ${spreadsheet_token}`,
	limits: [],
	atOnce: 1,
	heldBy: SHEET_IS_BUSY,
});

/** A document that is written: one change after the other, three a second. Its limit is reached before that of the endpoint. */
export const perDocument = (document_id: string): Pace => ({
	key: `document ${document_id}`,
	limits: DOCUMENT_TIER,
	atOnce: 1,
	heldBy: [TOO_MANY_REQUESTS],
});

export interface Sender {
	/** The address of the platform. */
	origin: string;
	appId: string;
	/** Of a store app: the organization that it works for, whose limits are its own. */
	tenant?: string;
	/** Who signed in: the limits are the app's, but what one sees another does not. */
	person?: string;
}

/** The limits that a request has to keep. */
export class Pacing {
	/**
	 * @param main takes what the platform asks to wait, unless that is about one of the others
	 * @param others that come before it
	 */
	constructor(
		private readonly main: Pace | undefined,
		private readonly others: readonly Pace[] = [],
	) {}

	/** Those of the endpoint, which are the app's own, and those that the request names, which all apps share. */
	static async of(sender: Sender, { method, path }: Endpoint, paces: readonly Pace[] = []): Promise<Pacing> {
		const { id, tier } = await rateOf(method, path);
		const { origin, appId, tenant = '' } = sender;
		return new Pacing({ key: `${origin} ${appId} ${tenant} ${id}`, limits: tier }, at(sender, paces));
	}

	/** For those who do not want to keep the published limits: what takes one writer after the other still does. */
	static ofWriters(sender: Sender, paces: readonly Pace[] = []): Pacing {
		const writers = paces.filter(({ atOnce }) => atOnce !== undefined);
		return new Pacing(
			undefined,
			at(sender, writers).map(({ key, atOnce }) => ({ key, atOnce, limits: [] })),
		);
	}

	/** Waits until one more request keeps the limits; to be told when it is answered, and when it is over. @throws CancelledError */
	async pass(cancel?: AbortSignal): Promise<Passage> {
		return await governor.pass(this.main ? [...this.others, this.main] : this.others, cancel);
	}

	/**
	 * Lets everybody else wait as well when the platform asks to.
	 * @param longestWaitMs after a longer wait the call fails and says so; nobody waits for that in silence
	 */
	heed(failure: CallFailure, longestWaitMs: number): void {
		const ms = (failure.resetSeconds ?? 0) * 1000;
		if (!isRateLimited(failure) || ms === 0 || ms > longestWaitMs) return;
		const { code } = failure;
		const meant = this.others.find(({ heldBy }) => code !== undefined && heldBy?.includes(code)) ?? this.main;
		if (meant) governor.hold(meant, ms);
	}
}

/** Each platform counts for itself. */
function at({ origin }: Sender, paces: readonly Pace[]): Pace[] {
	return paces.map((pace) => ({ ...pace, key: `${origin} ${pace.key}` }));
}
