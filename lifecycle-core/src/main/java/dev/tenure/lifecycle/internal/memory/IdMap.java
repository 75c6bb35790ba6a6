package dev.tenure.lifecycle.internal.memory;

/**
 * Which id belongs to which other one, in 20 to 30 bytes each, since a first load may bring millions: both are kept as hashes
 * of 64 bits, as in an {@link IdSet}. Not for use by several threads.
 */
public final class IdMap {

    private static final int FEW = 1 << 8;

    /** Hashes of ids, each in the first free place from the one where it belongs; 0 is a free place. */
    private long[] ids = new long[FEW];

    private long[] owners = new long[FEW];
    private int size;

    /** Makes an empty map. */
    public IdMap() {}

    /**
     * Notes whose an id is, unless it is somebody's already.
     *
     * @param id the id
     * @param owner the id of whom it belongs to
     */
    public void putIfAbsent(String id, String owner) {
        long hash = IdSet.hash(id);
        int place = IdSet.place(ids, hash);
        if (ids[place] != 0) {
            return;
        }
        ids[place] = hash;
        owners[place] = IdSet.hash(owner);
        if (++size > ids.length / 5 * 4) {
            grow();
        }
    }

    /**
     * Says whether an id is somebody else's.
     *
     * @param id the id
     * @param owner who asks
     * @return true if it was noted, and for another one
     */
    public boolean belongsToAnother(String id, String owner) {
        int place = IdSet.place(ids, IdSet.hash(id));
        return ids[place] != 0 && owners[place] != IdSet.hash(owner);
    }

    private void grow() {
        long[] moreIds = new long[ids.length / 2 * 3];
        long[] moreOwners = new long[moreIds.length];
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != 0) {
                int place = IdSet.place(moreIds, ids[i]);
                moreIds[place] = ids[i];
                moreOwners[place] = owners[i];
            }
        }
        ids = moreIds;
        owners = moreOwners;
    }
}
