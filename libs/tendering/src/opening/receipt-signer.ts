import { type Actor, one, type SecretBox, type UnitOfWork } from '#libs/platform';
import { type KeyPair, makeKeyPair, signReceipt } from '#libs/sealing';
import type { BidReceipt } from '../bid/bid.entity.js';

const purpose = 'tendering.receipt_key';

/** Signs receipts with the hub's key, which is made when the first is signed and sealed under a key that is not in the database. */
export class ReceiptSigner {
  private pair: Promise<KeyPair> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: Pick<SecretBox, 'seal' | 'open'>,
  ) {}

  /** A receipt of a bid as a compact JWS (ES256). `actor` is in whose name the key is read. */
  async sign(actor: Actor, receipt: BidReceipt): Promise<string> {
    const { bidId, tenderId, lotId, round, supplierId, seq, kind, digest, acceptedText } = receipt;
    return signReceipt(
      {
        format: 'entrepot-receipt/1',
        bid: bidId,
        tender: tenderId,
        lot: lotId,
        round,
        bidder: supplierId,
        seq,
        step: kind,
        digest,
        acceptedAt: acceptedText,
      },
      await this.key(actor),
    );
  }

  private key(actor: Actor): Promise<KeyPair> {
    this.pair ??= this.loaded(actor).catch((error: unknown) => {
      this.pair = undefined;
      throw error;
    });
    return this.pair;
  }

  private async loaded(actor: Actor): Promise<KeyPair> {
    const kept = (await this.kept(actor)) ?? (await this.kept(actor, await makeKeyPair()));
    if (!kept) throw new Error('the key for receipts was not kept');
    return { publicKey: kept.publicKey, privateKey: this.secrets.open(kept.sealed, purpose) };
  }

  private kept(actor: Actor, fresh?: KeyPair): Promise<{ publicKey: string; sealed: string } | undefined> {
    const sealed = fresh && this.secrets.seal(fresh.privateKey, purpose);
    const ask = 'select k.public_key as "publicKey", k.sealed from tendering.receipt_key($1, $2) k';
    const signed = { ...actor, ...(actor.kind === 'user' ? { eyesOnly: false } : {}) } as Actor;
    return this.unitOfWork.run(signed, (work) => one(work, ask, [fresh?.publicKey ?? null, sealed ?? null]));
  }
}
