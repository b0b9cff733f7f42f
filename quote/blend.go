package quote

import (
	"fmt"
	"io"

	"onrecord/linear"
)

// A Blend says how the answers of the linear models and of the encoder are
// joined: scores of labels are added, each with a weight, and what was found is
// scored anew.
type Blend struct {
	LabelKeep, RoleKeep     int32   // sixteenths that the linear scores keep
	LabelWeight, RoleWeight float64 // of the encoder's scores
	scorer                  scorer
}

// defaultBlend has the weights that the development articles chose, see
// docs/decisions/encoder.md, and no scorer.
var defaultBlend = Blend{LabelKeep: 10, RoleKeep: 12, LabelWeight: 0.75, RoleWeight: 0.65}

// blendVersion names the terms of the scorer; a file made with others is refused.
const blendVersion = "blend 1"

// Write keeps the blend, with the command that made it.
func (b *Blend) Write(w io.Writer, command string) error {
	params := map[string]float64{"label.keep": float64(b.LabelKeep), "role.keep": float64(b.RoleKeep), "label.weight": b.LabelWeight, "role.weight": b.RoleWeight}
	for i, weight := range b.scorer {
		params[fmt.Sprintf("score.%d", i)] = weight
	}
	return linear.Write(w, linear.Header{Name: "blend", Features: blendVersion, Command: command, Params: params}, nil, nil)
}

// openBlend reads what Write wrote; see linear.Open for what it refuses.
func openBlend(file []byte) (*Blend, error) {
	f, err := linear.Open(file, "blend", blendVersion)
	if err != nil {
		return nil, err
	}
	b := &Blend{LabelKeep: int32(f.Params["label.keep"]), RoleKeep: int32(f.Params["role.keep"]), LabelWeight: f.Params["label.weight"], RoleWeight: f.Params["role.weight"]}
	for i := range b.scorer {
		b.scorer[i] = f.Params[fmt.Sprintf("score.%d", i)]
	}
	return b, nil
}
