package collation

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
	"onrecord/syndication"
)

type article = syndication.Article

// kept is how many articles a Collator keeps.
const kept = 512

// copies compares the documents of the batch with all that have a print in
// common.
func (c *Collator) copies(ctx context.Context, out *store.Collated) error {
	out.DocPrints = map[onrecord.DocumentID][]uint64{}
	at := map[uint64][]onrecord.DocumentID{} // those of the batch so far, by print
	in := map[onrecord.DocumentID]bool{}
	for _, id := range out.Docs {
		in[id] = true
		delete(c.articles, id) // it may have been read again
	}
	for _, id := range out.Docs {
		a, err := c.article(ctx, id)
		if err != nil {
			return err
		}
		prints := a.Prints()
		out.DocPrints[id] = prints
		held, err := c.copiesNear(ctx, prints)
		if err != nil {
			return err
		}
		near := slices.DeleteFunc(held, func(id onrecord.DocumentID) bool { return in[id] })
		near = near[:min(len(near), most)]
		for _, p := range prints {
			near = append(near, at[p]...)
			at[p] = append(at[p], id)
		}
		slices.Sort(near)
		for _, other := range slices.Compact(near) {
			o, err := c.article(ctx, other)
			if err != nil {
				return err
			}
			if one, ok := syndication.Compare(a, o); ok {
				out.Copies = append(out.Copies, one)
			}
		}
	}
	slices.SortFunc(out.Copies, func(a, b onrecord.Copy) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return nil
}

func (c *Collator) copiesNear(ctx context.Context, prints []uint64) ([]onrecord.DocumentID, error) {
	if len(prints) == 0 {
		return nil, nil
	}
	return c.st.CopiesNear(ctx, prints...)
}

// article is a document as it is compared.
func (c *Collator) article(ctx context.Context, id onrecord.DocumentID) (*article, error) {
	if a := c.articles[id]; a != nil {
		return a, nil
	}
	doc, err := c.st.Article(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(c.articles) >= kept {
		clear(c.articles)
	}
	a := syndication.Read(doc)
	c.articles[id] = a
	return a, nil
}
