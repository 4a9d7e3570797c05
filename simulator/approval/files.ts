import { createHash } from 'node:crypto';
import type { ApprovalFile } from '../state/approvals';

/** For so long an address is good. */
export const FILE_HOURS = 12;

const signature = (code: string, until: string) => createHash('md5').update(`${code} ${until}`).digest('hex');

/** Where a file can be had until then, by anybody who has the address. */
export function fileAddress({ code }: Pick<ApprovalFile, 'code'>, host: string, until: number): string {
	const expires = String(Math.floor(until / 1000));
	return `http://${host}/approval/files/${code}?x-expires=${expires}&x-signature=${signature(code, expires)}`;
}

export const isGood = (code: string, expires: string, signed: string, now: number): boolean =>
	signed === signature(code, expires) && Number(expires) * 1000 > now;
