package relation

import (
	"testing"

	"onrecord/models"
)

// TestSameModel: the models that are built in open, and are of this program's
// features.
func TestSameModel(t *testing.T) {
	if _, err := openSame(models.Bytes(sameName)); err != nil {
		t.Errorf("same: %v", err)
	}
	if _, err := openMeanings(models.Bytes("words")); err != nil {
		t.Errorf("words: %v", err)
	}
}
