package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;

/// The posts that are being edited.
@ApplicationScoped
public class Posts {
    private EntityManager entities;

    @Inject
    public Posts(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings("NullAway.Init")
    Posts() {}

    public void add(Post post) {
        entities.persist(post);
        entities.flush();
    }

    /// @throws PostNotFound when there is none in the member's workspace
    public BrandId brandOf(PostId id) {
        return entities.createQuery("select p.brandId from Post p where p.id = :id", Long.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(BrandId::new)
                .orElseThrow(() -> new PostNotFound(id));
    }

    /// Takes the row for this transaction, so that a publisher either has it already (its commit is awaited, and the
    /// post then says that it is out) or passes it by.
    ///
    /// @throws PostNotFound when there is none in the member's workspace
    public Post toChange(PostId id) {
        Post post = entities.find(Post.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (post == null) {
            throw new PostNotFound(id);
        }
        return post;
    }

    /// Writes what was changed now, so that a refusal by the database comes where the change was made.
    public void keep() {
        entities.flush();
    }
}
